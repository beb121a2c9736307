import type { Month } from "../../shared/domain/month.ts";
import type { Reading, Writing } from "../writing.ts";
import { type QualityFlag, readFlags, sayFlags } from "./quality-flags.ts";
import {
  findNewestEntry,
  findNewestPeriod,
  type ListQuestion,
  listCounting,
  type OpenOfUnit,
  readHistory,
  readOpenOfUnit,
  readRestatements,
  readWaiting,
} from "./result-lists.ts";
import {
  findOpen,
  findOpenBetween,
  type Place,
  type RevisionSaying,
  sayManyRevisions,
  sayRevisions,
} from "./revisions.ts";

export function resultsReader(reading: Reading) {
  return {
    /** What counts and what waits of each measurement, in the order asked for. */
    findOpen: (places: readonly Place[]) => findOpen(reading, places),
    openBetween: (scope: { assignments: readonly number[]; from: Month; to: Month }) => findOpenBetween(reading, scope),
    list: (question: ListQuestion) => listCounting(reading, question),
    openOfUnit: (scope: OpenOfUnit) => readOpenOfUnit(reading, scope),
    /** Restatements that count, oldest period first, and when each was approved. */
    restatements: (scope: { kpi: number; units: readonly number[] }) => readRestatements(reading, scope),
    /** When the newest counting revision of a period was recorded; null where there is none. */
    findNewestEntry: (scope: { kpi: number; units: readonly number[]; period: Month }) =>
      findNewestEntry(reading, scope),
    history: (scope: { kpi: number; unit: number; limit: number }) => readHistory(reading, scope),
    waiting: (scope: { units: readonly number[]; periods: readonly Month[] }) => readWaiting(reading, scope),
    /** The newest measurement is the one of the newest period, never the one last modified. */
    findNewestPeriod: (scope: { kpi: number; unit: number }) => findNewestPeriod(reading, scope),
    flagsOf: (revisions: readonly number[]) => readFlags(reading, revisions),
  };
}

export function resultsWriter(writing: Writing) {
  return {
    write: (sayings: readonly RevisionSaying[]) => sayRevisions(writing, sayings),
    /** The same for an import, which needs no answer. */
    writeMany: (sayings: readonly RevisionSaying[]) => sayManyRevisions(writing, sayings),
    flag: (flags: readonly QualityFlag[]) => sayFlags(writing, flags),
  };
}
