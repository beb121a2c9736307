import type { TRPCBuiltRouter, TRPCMutationProcedure, TRPCQueryProcedure } from "@trpc/server";
import type { z } from "zod";
import type { OverviewView, overviewInput } from "../shared/contracts/insight.ts";
import type { KpiUnitsView, KpiView, kpiInput, kpiUnitsInput } from "../shared/contracts/kpi-view.ts";
import type { SessionView } from "../shared/contracts/organisation.ts";
import type {
  EnterAnswer,
  EnterInput,
  EntryView,
  entryInput,
  HistoryView,
  historyInput,
  submitAnswerSchema,
} from "../shared/contracts/results.ts";
import type {
  SnapshotHead,
  SnapshotView,
  snapshotListInput,
  snapshotListSchema,
  TakeSnapshotInput,
} from "../shared/contracts/snapshots.ts";

type Query<Input, Output> = TRPCQueryProcedure<{ input: Input; output: Output; meta: unknown }>;
type Mutation<Input, Output> = TRPCMutationProcedure<{ input: Input; output: Output; meta: unknown }>;

/** What the client asks, by the contracts that the server's router answers with. */
export type Router = TRPCBuiltRouter<
  { ctx: object; meta: object; errorShape: never; transformer: false },
  {
    organisation: { session: Query<void, SessionView> };
    insight: {
      overview: Query<z.input<typeof overviewInput>, OverviewView>;
      kpi: Query<z.input<typeof kpiInput>, KpiView>;
      units: Query<z.input<typeof kpiUnitsInput>, KpiUnitsView>;
    };
    results: {
      entry: Query<z.input<typeof entryInput>, EntryView>;
      enter: Mutation<EnterInput, EnterAnswer>;
      submit: Mutation<z.input<typeof entryInput>, z.output<typeof submitAnswerSchema>>;
      history: Query<z.input<typeof historyInput>, HistoryView>;
    };
    snapshots: {
      list: Query<z.input<typeof snapshotListInput>, z.output<typeof snapshotListSchema>>;
      take: Mutation<TakeSnapshotInput, SnapshotHead>;
      get: Query<{ id: string }, SnapshotView>;
    };
  }
>;
