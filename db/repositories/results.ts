import type { Month } from "../../shared/domain/month.ts";
import type { Reading, Writing } from "../writing.ts";
import { type PunctualityScope, readPunctuality } from "./completeness.ts";
import {
  type DatedChange,
  type DatedChangeSaying,
  nextChangeNo,
  readDatedChanges,
  sayDatedChange,
} from "./dated-changes.ts";
import { type QualityFlag, readFlags, sayFlags } from "./quality-flags.ts";
import {
  findNewestEntry,
  findNewestPeriod,
  type HistoryScope,
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
    history: (scope: HistoryScope) => readHistory(reading, scope),
    waiting: (scope: { units: readonly number[]; periods: readonly Month[] | null }) => readWaiting(reading, scope),
    /** The newest measurement is the one of the newest period, never the one last modified. */
    findNewestPeriod: (scope: { kpi: number; unit: number }) => findNewestPeriod(reading, scope),
    /** What units have submitted of months, and how much of it came late. */
    punctuality: (scope: PunctualityScope) => readPunctuality(reading, scope),
    /** Changes dated back into locked months, the newest first. */
    datedChanges: (scope: { states: readonly DatedChange["state"][]; no?: number }) => readDatedChanges(reading, scope),
    flagsOf: (revisions: readonly number[]) => readFlags(reading, revisions),
  };
}

export function resultsWriter(writing: Writing) {
  return {
    write: (sayings: readonly RevisionSaying[]) => sayRevisions(writing, sayings),
    /** The same for an import, which needs no answer. */
    writeMany: (sayings: readonly RevisionSaying[]) => sayManyRevisions(writing, sayings),
    nextChangeNo: () => nextChangeNo(writing),
    sayDatedChange: (saying: DatedChangeSaying) => sayDatedChange(writing, saying),
    flag: (flags: readonly QualityFlag[]) => sayFlags(writing, flags),
  };
}
