import { useId } from "react";
import type { Month } from "../../../shared/domain/month.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { useLocale } from "../../shell/session.tsx";
import "../../ui/field.css";

type MonthFieldProps = { label: string; months: readonly Month[]; month: Month; onChange: (month: Month) => void };

/** One of the months of a chart, the newest first. */
export function MonthField({ label, months, month, onChange }: MonthFieldProps) {
  const id = useId();
  const locale = useLocale();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={month}
        onChange={(event) => {
          const chosen = months.find((candidate) => candidate === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {months.toReversed().map((each) => (
          <option key={each} value={each}>
            {monthText(each, locale)}
          </option>
        ))}
      </select>
    </div>
  );
}
