import { bowlerViewSchema } from "../../shared/contracts/bowler.ts";
import { byUnitInput, byUnitViewSchema } from "../../shared/contracts/by-unit.ts";
import { correctionsInput, correctionsSchema } from "../../shared/contracts/corrections.ts";
import { explainInput, explainViewSchema } from "../../shared/contracts/explain-move.ts";
import { findInput, findViewSchema } from "../../shared/contracts/find.ts";
import { whatIfInput } from "../../shared/contracts/forecasts.ts";
import { overviewInput } from "../../shared/contracts/insight.ts";
import { kpiInput, kpiUnitsInput } from "../../shared/contracts/kpi-view.ts";
import { trackRecordInput } from "../../shared/contracts/track-record.ts";
import { procedure, router } from "../trpc/trpc.ts";
import { kpiAcrossUnits } from "./by-unit.service.ts";
import { correctionsSince } from "./corrections.service.ts";
import { explainKpi } from "./explain.service.ts";
import { findAnything } from "./find.service.ts";
import { bowler, kpiByUnit, kpiPage, overview } from "./insight.service.ts";
import { trackRecordOf } from "./track-record.service.ts";
import { whatIf } from "./what-if.service.ts";

export const insightRouter = router({
  find: procedure
    .input(findInput)
    .output(findViewSchema)
    .query(({ ctx, input }) => findAnything(ctx.actor, input)),
  overview: procedure.input(overviewInput).query(({ ctx, input }) => overview(ctx.actor, input)),
  bowler: procedure
    .input(overviewInput)
    .output(bowlerViewSchema)
    .query(({ ctx, input }) => bowler(ctx.actor, input)),
  kpi: procedure.input(kpiInput).query(({ ctx, input }) => kpiPage(ctx.actor, input)),
  byUnit: procedure
    .input(byUnitInput)
    .output(byUnitViewSchema)
    .query(({ ctx, input }) => kpiAcrossUnits(ctx.actor, input)),
  corrections: procedure
    .input(correctionsInput)
    .output(correctionsSchema)
    .query(({ ctx, input }) => correctionsSince(ctx.actor, input)),
  explain: procedure
    .input(explainInput)
    .output(explainViewSchema)
    .query(({ ctx, input }) => explainKpi(ctx.actor, input)),
  units: procedure.input(kpiUnitsInput).query(({ ctx, input }) => kpiByUnit(ctx.actor, input)),
  trackRecord: procedure.input(trackRecordInput).query(({ ctx, input }) => trackRecordOf(ctx.actor, input)),
  whatIf: procedure.input(whatIfInput).query(({ ctx, input }) => whatIf(ctx.actor, input)),
});
