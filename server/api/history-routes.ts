import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { codeSchema } from "../../shared/contracts/primitives.ts";
import { historyInput } from "../../shared/contracts/results.ts";
import { csvPieces } from "../files/write-csv.ts";
import { historyView } from "../results/history-view.ts";
import { apiRoute } from "./api-route.ts";

const COLUMNS = ["unit", "period", "revision", "before", "after", "counts", "state", "source", "restatement"] as const;
const WORDS = ["reason", "comment", "cause", "by", "at"] as const;
const MOST = 50_000;

export const kpiHistoryRoute = apiRoute({
  name: "GET /api/v1/kpis/:code/history.csv",
  summary: "Every value of a KPI at a unit and below it as CSV: who, when, why, before and after.",
  query: z.object({
    unit: codeSchema,
    from: historyInput.shape.from,
    to: historyInput.shape.to,
    only: historyInput.shape.only,
  }),
  answers: { 200: null },
  media: { answer: ["text/csv"] },
  handle: async ({ actor, query, params, exchange: { response } }) => {
    const kpi = codeSchema.parse(params["code"]);
    const { rows } = await historyView(actor, { ...query, kpi, below: true, limit: MOST });
    const lines = rows.map((row) => {
      const { counts, restatement } = row;
      const told = { ...row, counts: counts ? "yes" : "no", restatement: restatement ? "yes" : "no" };
      return [...COLUMNS, ...WORDS].map((column) => told[column]);
    });
    response.status(200).set("Cache-Control", "private, no-cache").type("text/csv");
    response.attachment(`plumbline-history-${kpi}-${query.unit}.csv`);
    await pipeline(Readable.from(csvPieces([...COLUMNS, ...WORDS], lines)), response);
    return null;
  },
});
