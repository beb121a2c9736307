import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { type ActionFilter, FILTER_KEYS, filterOptions } from "./action-facts.ts";

type ActionFiltersProps = {
  actions: readonly ActionRow[];
  filter: ActionFilter;
  onChange: (part: Partial<ActionFilter>) => void;
};

const LABELS: Record<(typeof FILTER_KEYS)[number], string> = {
  owner: "Owner",
  kind: "Kind",
  state: "State",
  kpi: "KPI",
  objective: "Objective",
};

/** Narrows the list; each choice is a step in the address. */
export function ActionFilters({ actions, filter, onChange }: ActionFiltersProps) {
  const options = filterOptions(actions);
  return (
    <div className="actions-filters">
      {FILTER_KEYS.map((key) => (
        <select
          key={key}
          className="input actions-filter"
          aria-label={LABELS[key]}
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
