import type { ChangeContent } from "../../../shared/contracts/dated-changes.ts";
import { isMonth, type Month } from "../../../shared/domain/month.ts";
import { readNumber } from "../../../shared/domain/number-recognition.ts";

export type ChangeKind = ChangeContent["kind"];

/** What stands in the form. */
export type ChangeForm = {
  readonly kind: ChangeKind;
  readonly unit: string;
  readonly parent: string;
  readonly kpi: string;
  readonly from: string;
  readonly until: string;
  readonly value: string;
  readonly low: string;
  readonly high: string;
  readonly tolerance: "absolute" | "percent";
  readonly direction: string;
  readonly decimals: string;
  readonly orgRule: string;
  readonly timeRule: string;
};

/** A form of a target of the unit and month on the screen. */
export function emptyChange({ unit, period }: { readonly unit: string; readonly period: Month }): ChangeForm {
  return {
    ...{ kind: "target", unit, parent: "", kpi: "", from: period, until: period, value: "", low: "", high: "" },
    ...{ tolerance: "absolute", direction: "", decimals: "", orgRule: "", timeRule: "" },
  };
}

/** The change that the form says; null while something is missing or cannot be read. */
export function changeOf(form: ChangeForm): ChangeContent | null {
  const from = monthIn(form.from);
  return from === null ? null : READERS[form.kind](form, from);
}

type Reader = (form: ChangeForm, from: Month) => ChangeContent | null;

const READERS: Readonly<Record<ChangeKind, Reader>> = {
  move: ({ unit, parent }, from) => (unit === "" || parent === "" ? null : { kind: "move", unit, parent, from }),
  end: ({ unit }, from) => (unit === "" ? null : { kind: "end", unit, from }),
  target: (form, from) => {
    const { unit, kpi } = form;
    const target = targetIn(form);
    return unit === "" || kpi === "" || target === null ? null : { kind: "target", unit, kpi, from, ...target };
  },
  deviation: (form, from) => {
    const { unit, kpi } = form;
    const [target, until] = [targetIn(form), monthIn(form.until)];
    if (unit === "" || kpi === "" || target === null || until === null) return null;
    return { kind: "deviation", unit, kpi, from, until, ...target };
  },
  tolerance: ({ kpi, value, tolerance: kind }, from) => {
    const amount = numberIn(value);
    return kpi === "" || amount === null || amount < 0
      ? null
      : { kind: "tolerance", kpi, from, tolerance: { kind, amount } };
  },
  definition: definitionIn,
};

function definitionIn({ kpi, direction, decimals, orgRule, timeRule }: ChangeForm, from: Month): ChangeContent | null {
  const places = decimals === "" ? undefined : Number(decimals);
  const changes = {
    ...(direction === "" ? {} : { direction }),
    ...(places === undefined ? {} : { decimals: places }),
    ...(orgRule === "" ? {} : { orgRule }),
    ...(timeRule === "" ? {} : { timeRule }),
  } as Extract<ChangeContent, { kind: "definition" }>["changes"];
  return kpi === "" || Object.keys(changes).length === 0 ? null : { kind: "definition", kpi, from, changes };
}

function monthIn(text: string): Month | null {
  return isMonth(text) ? (text as Month) : null;
}

function numberIn(text: string): number | null {
  const reading = readNumber(text, { decimal: "auto" });
  return reading.kind === "number" ? reading.value : null;
}

/** One value, or the two edges of a band. */
function targetIn({
  value,
  low,
  high,
}: ChangeForm): { value: number | null; low: number | null; high: number | null } | null {
  const [one, least, most] = [numberIn(value), numberIn(low), numberIn(high)];
  if (one !== null && least === null && most === null) return { value: one, low: null, high: null };
  return one === null && least !== null && most !== null ? { value: null, low: least, high: most } : null;
}
