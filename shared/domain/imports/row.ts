import type { DateText } from "../calendar.ts";
import type { Month } from "../month.ts";
import type { Column, IMPORT_COLUMNS, ImportKind } from "./columns.ts";

/** A month, or a fiscal year named by the calendar year in which it ends. */
export type ImportPeriod = { kind: "month"; month: Month } | { kind: "year"; year: number };

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

type ValueOf<C extends Column> = C extends { words: readonly (infer Word)[] }
  ? Word
  : {
      code: string;
      codes: string;
      text: string;
      comment: string;
      email: string;
      word: string;
      month: Month;
      period: ImportPeriod;
      date: DateText;
      integer: number;
      number: number;
      figure: number | "not_applicable";
    }[C["type"]];

/**
 * A row as read. Every cell may be null: empty, or faulty and then named in `faulty` (a required one is null only so).
 * `percents` names the cells whose number carried a percent sign.
 */
export type ImportRow<Kind extends ImportKind> = {
  readonly row: number;
  readonly faulty: readonly string[];
  readonly percents: readonly string[];
} & {
  readonly [C in (typeof IMPORT_COLUMNS)[Kind][number] as CamelCase<C["name"]>]: ValueOf<C> | null;
};
