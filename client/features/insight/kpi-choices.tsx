import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { type Comparison, FILTER_KEYS, type KpiFilter } from "../../search.ts";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { Popover } from "../../ui/popover.tsx";
import type { Against } from "./compared-columns.ts";
import { filterChoices } from "./kpi-filter.ts";

const LABELS = {
  theme: "leader.theme",
  owner: "words.owner",
  status: "words.status",
  signal: "words.signal",
} as const satisfies Record<(typeof FILTER_KEYS)[number], string>;

const AGAINST = { target: "words.target", py: "leader.lastYear", fc: "leader.yearEnd" } as const;

type FilterChoiceProps = {
  view: OverviewView;
  filter: KpiFilter;
  active: number;
  onChange: (part: KpiFilter) => void;
};

/** Narrows the KPIs; each choice says how many it would show and is a step in the address. */
export function FilterChoice({ view, filter, active, onChange }: FilterChoiceProps) {
  const choices = filterChoices(view, filter);
  const face = active === 0 ? say("leader.filter") : say("leader.filterCount", { count: active });
  return (
    <Popover label={face} face={face} width={280}>
      {(close) => (
        <div className="filter-panel">
          {FILTER_KEYS.map((key) => (
            <SelectField
              key={key}
              label={say(LABELS[key])}
              options={choices[key]}
              value={filter[key] ?? ""}
              data-autofocus={key === "theme" || undefined}
              onChange={(event) => onChange({ [key]: event.currentTarget.value || undefined })}
            />
          ))}
          <Button onClick={close}>{say("leader.close")}</Button>
        </div>
      )}
    </Popover>
  );
}

type CompareChoiceProps = { against: Against; onChange: (against: Comparison | undefined) => void };

/** What the figures of the list are held against. */
export function CompareChoice({ against, onChange }: CompareChoiceProps) {
  return (
    <label className="compare-choice small">
      {say("leader.compare")}
      <select
        className="input"
        value={against}
        onChange={({ currentTarget: { value } }) => onChange(value === "py" || value === "fc" ? value : undefined)}
      >
        {(["target", "py", "fc"] as const).map((each) => (
          <option key={each} value={each}>
            {say(AGAINST[each])}
          </option>
        ))}
      </select>
    </label>
  );
}
