import { z } from "zod";
import type { NamedRevision } from "../../db/store.ts";
import { type ImportReport, importReportSchema } from "../../shared/contracts/imports.ts";
import { codeSchema, monthSchema } from "../../shared/contracts/primitives.ts";
import { putResultsInput } from "../../shared/contracts/put-results.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { type KpiDefinition, versionOf } from "../../shared/domain/kpi-definition.ts";
import { rational, rationalNumber, scaleRational } from "../../shared/domain/rational.ts";
import type { Actor } from "../access/actor.ts";
import { putResults } from "../results/put-results.service.ts";
import { apiRoute } from "./api-route.ts";
import { once } from "./idempotency.ts";
import { importAnswer } from "./import-file.ts";
import { cursorOf, nextCursorSchema, placeIn } from "./pages.ts";
import { namesOf, scopeOf } from "./scope.ts";
import { rowsQuery } from "./target-routes.ts";

const resultSchema = z.object({
  unit: codeSchema,
  kpi: codeSchema,
  period: monthSchema,
  kind: z.enum(["number", "not_applicable", "missing"]),
  /** Of a ratio: multiplier x numerator / denominator; null where the denominator is 0. */
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  comment: z.string().nullable(),
  state: z.enum(["draft", "submitted", "approved", "rejected"]),
  revision: z.number().int(),
  recordedAt: z.iso.datetime(),
  /** Code of the person, or `operator`. */
  by: z.string(),
  source: z.enum(["grid", "import", "api"]),
});

export const putResultsRoute = apiRoute({
  name: "PUT /api/v1/results",
  summary: "Submits results, all or nothing; answers the import report. An Idempotency-Key makes a retry safe.",
  body: putResultsInput,
  answers: { 200: importReportSchema, 422: importReportSchema },
  handle: (call) => {
    const carryOut = async (actor: Actor) => importAnswer(await putResults(actor, call.body));
    return once<ImportReport, ImportReport>(call, { carryOut, answerOf: importAnswer }, JSON.stringify(call.body));
  },
});

const placeSchema = z.object({ assignment: z.number().int(), period: monthSchema });

export const resultsRoute = apiRoute({
  name: "GET /api/v1/results",
  summary: "Results that count, of the units that the key may read, as figures are computed from them.",
  query: rowsQuery,
  answers: { 200: z.object({ results: z.array(resultSchema), nextCursor: nextCursorSchema }) },
  handle: async ({ actor, query }) => {
    const scope = await scopeOf(actor, query);
    const names = await namesOf(scope, query.kpi);
    const found = await scope.readings.results.list({
      units: scope.units === null ? null : [...names.units.keys()],
      kpis: query.kpi === undefined ? null : [...names.kpis.keys()],
      from: query.from ?? null,
      to: query.to ?? null,
      limit: query.limit + 1,
      after: placeIn(query.cursor, placeSchema),
    });
    const shown = found.slice(0, query.limit);
    const last = shown.at(-1);
    const definitions = await scope.readings.kpis.definitionsOf([...new Set(shown.map(({ kpi }) => kpi))]);
    const results = shown.map((revision) => resultRow(revision, definitions.get(revision.kpi) ?? []));
    const isMore = found.length > query.limit && last !== undefined;
    const nextCursor = isMore ? cursorOf({ assignment: last.assignment, period: last.period }) : null;
    return { status: 200, body: { results, nextCursor } };
  },
});

function resultRow(revision: NamedRevision, definitions: readonly KpiDefinition[]): z.infer<typeof resultSchema> {
  const { unitCode: unit, kpiCode: kpi, period, kind, numerator, denominator, comment, state, source } = revision;
  return {
    ...{ unit, kpi, period, kind, value: resultValue(revision, definitions), numerator, denominator, comment, state },
    ...{ revision: revision.n, recordedAt: new Date(revision.at).toISOString() },
    ...{ by: revision.byCode ?? "operator", source },
  };
}

/** By the definition in force for the result's own period. */
function resultValue({ value, numerator, denominator, period }: NamedRevision, definitions: readonly KpiDefinition[]) {
  if (numerator === null || denominator === null) return value;
  const definition = versionOf(definitions, period);
  const share = rational(decimalOfNumber(numerator), decimalOfNumber(denominator));
  if (share === null || definition === null) return null;
  return rationalNumber(scaleRational(share, definition.multiplier));
}
