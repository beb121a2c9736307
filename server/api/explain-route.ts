import { explainInput, explainViewSchema } from "../../shared/contracts/explain-move.ts";
import { codeSchema } from "../../shared/contracts/primitives.ts";
import { explainKpi } from "../insight/explain.service.ts";
import { apiRoute } from "./api-route.ts";

export const explainRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/explain",
  summary: "What moved a KPI between two periods: rate and mix effects by part, adding up to the change exactly.",
  query: explainInput.omit({ kpi: true }),
  answers: { 200: explainViewSchema },
  handle: async ({ actor, query, params }) => {
    const kpi = codeSchema.parse(params["code"]);
    return { status: 200, body: await explainKpi(actor, { ...query, kpi }) };
  },
});
