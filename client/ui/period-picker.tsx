import { useState } from "react";
import { fiscalYearName, fiscalYearOf, monthOfFiscalYear, monthsOfYear } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { longMonthText, monthText, shortMonthName } from "../../shared/text/month-text.ts";
import { Button } from "./button.tsx";
import { Popover } from "./popover.tsx";
import "./picker.css";
import { say } from "../text/say.ts";

type PeriodPickerProps = {
  period: Month;
  first: Month;
  last: Month;
  fiscalYearStart: number;
  locale: string;
  onPick: (month: Month) => void;
};

/** The month on the screen, and the way to another one: fiscal year by fiscal year. */
export function PeriodPicker(props: PeriodPickerProps) {
  const { period, fiscalYearStart, locale } = props;
  const year = fiscalYearName(fiscalYearOf(period, fiscalYearStart));
  const number = monthOfFiscalYear(period, fiscalYearStart) + 1;
  return (
    <Popover
      label={say("ui.period", { month: longMonthText(period, locale), year, number })}
      width={280}
      face={
        <>
          <CalendarIcon />
          <span className="wide-only">{longMonthText(period, locale)}</span>
          <span className="narrow-only">{monthText(period, locale)}</span>
          <span className="popover-face-note wide-only">{say("ui.periodNote", { year, number })}</span>
        </>
      }
    >
      {(close) => <Months {...props} close={close} />}
    </Popover>
  );
}

function Months({
  period,
  first,
  last,
  fiscalYearStart,
  locale,
  onPick,
  close,
}: PeriodPickerProps & { close: () => void }) {
  const [year, setYear] = useState(fiscalYearOf(period, fiscalYearStart));
  return (
    <>
      <div className="period-head">
        <Button
          aria-label={say("ui.yearBefore")}
          disabled={year <= fiscalYearOf(first, fiscalYearStart)}
          onClick={() => setYear(year - 1)}
        >
          ‹
        </Button>
        <strong aria-live="polite">{fiscalYearName(year)}</strong>
        <Button
          aria-label={say("ui.yearAfter")}
          disabled={year >= fiscalYearOf(last, fiscalYearStart)}
          onClick={() => setYear(year + 1)}
        >
          ›
        </Button>
      </div>
      <div className="period-grid">
        {monthsOfYear(year, fiscalYearStart).map((month) => (
          <Button
            key={month}
            aria-label={longMonthText(month, locale)}
            aria-pressed={month === period}
            data-autofocus={month === period || undefined}
            disabled={month < first || month > last}
            onClick={() => {
              close();
              onPick(month);
            }}
          >
            {shortMonthName(month, locale)}
          </Button>
        ))}
      </div>
    </>
  );
}

function CalendarIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="14"
      height="14"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
    >
      <rect x="1.700" y="3" width="12.600" height="11.300" rx="2" />
      <path d="M1.700 6.500h12.600M5 1.500V4m6-2.500V4" strokeLinecap="round" />
    </svg>
  );
}
