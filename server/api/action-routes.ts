import { z } from "zod";
import { actionRowSchema } from "../../shared/contracts/actions.ts";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import { listActions } from "../actions/actions.service.ts";
import { apiRoute } from "./api-route.ts";
import { nextCursorSchema, pageOf, pageQuery } from "./pages.ts";

/** As the screen's rows, people by code: a name is no part of a record. */
const rowSchema = actionRowSchema
  .omit({ next: true, mayEdit: true, dueWord: true, stateWord: true, kindWord: true })
  .extend({
    unit: codeSchema,
    owner: codeSchema.nullable(),
    kpi: codeSchema.nullable(),
    objective: codeSchema.nullable(),
  })
  .extend({ risks: z.array(codeSchema) });

export const actionsRoute = apiRoute({
  name: "GET /api/v1/actions",
  summary:
    "Actions of a unit and all below it with their expected effect, what the data say of it, and how each ended.",
  query: z.object({
    unit: codeSchema.optional(),
    kpi: codeSchema.optional(),
    state: actionRowSchema.shape.state.optional(),
    asOf: asOfSchema.optional(),
    ...pageQuery,
  }),
  answers: { 200: z.object({ actions: z.array(rowSchema), nextCursor: nextCursorSchema }) },
  handle: async ({ actor, query }) => {
    const { actions: all } = await listActions(actor, { unit: query.unit, asOf: query.asOf });
    const asked = all
      .filter(({ kpi, state }) => (query.kpi ?? kpi?.code) === kpi?.code && (query.state ?? state) === state)
      .toSorted((a, b) => (a.code < b.code ? -1 : 1));
    const { rows, nextCursor } = pageOf(asked, query, ({ code }) => code);
    const actions = rows.map(
      ({ next: _, mayEdit: _may, dueWord: _due, stateWord: _state, kindWord: _kind, ...row }) => ({
        ...row,
        unit: row.unit.code,
        owner: row.owner?.code ?? null,
        kpi: row.kpi?.code ?? null,
        objective: row.objective?.code ?? null,
        risks: row.risks.map(({ code }) => code),
      }),
    );
    return { status: 200, body: { actions, nextCursor } };
  },
});
