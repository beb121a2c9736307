import type { ActionRow } from "../../../shared/contracts/actions.ts";
import type { MessageKey } from "../../text/messages.ts";
import { say } from "../../text/say.ts";
import { type ActionFilter, FILTER_KEYS, filterOptions } from "./action-facts.ts";

type ActionFiltersProps = {
  actions: readonly ActionRow[];
  filter: ActionFilter;
  onChange: (part: Partial<ActionFilter>) => void;
};

const LABELS = {
  owner: "words.owner",
  kind: "actions.kind",
  state: "words.state",
  kpi: "words.kpi",
  objective: "actions.objective",
} as const satisfies Record<(typeof FILTER_KEYS)[number], MessageKey>;

/** Narrows the list; each choice is a step in the address. */
export function ActionFilters({ actions, filter, onChange }: ActionFiltersProps) {
  const options = filterOptions(actions);
  return (
    <div className="actions-filters">
      {FILTER_KEYS.map((key) => (
        <select
          key={key}
          className="input actions-filter"
          aria-label={say(LABELS[key])}
          value={filter[key] ?? ""}
          onChange={(event) => onChange({ [key]: event.currentTarget.value || undefined })}
        >
          {options[key].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      ))}
    </div>
  );
}
