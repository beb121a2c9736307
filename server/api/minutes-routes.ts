import { z } from "zod";
import { MINUTES_FORMATS } from "../../shared/contracts/minutes.ts";
import { codeSchema } from "../../shared/contracts/primitives.ts";
import { PAPER_NAMES } from "../../shared/domain/paper-name.ts";
import { minutesOf } from "../reviews/minutes.service.ts";
import { SNAPSHOT_FORMATS } from "../snapshots/snapshot-formats.ts";
import { apiRoute } from "./api-route.ts";
import { sendApart } from "./send-apart.ts";

export const minutesRoute = apiRoute({
  name: "GET /api/v1/reviews/:code/minutes.:format",
  summary: `The minutes of a review with the evidence of its decisions: ${MINUTES_FORMATS.join(", ")}.`,
  query: z.object({ paper: z.enum(PAPER_NAMES).optional() }),
  answers: { 200: null },
  media: { answer: ["application/pdf", "text/html", "application/json"] },
  handle: async ({ actor, query: { paper }, params, exchange: { response } }) => {
    const { code, format } = z.object({ code: codeSchema, format: z.enum(MINUTES_FORMATS) }).parse(params);
    const document = await minutesOf(actor, { review: code });
    const called = { name: `plumbline-minutes-${code}.${format}`, type: SNAPSHOT_FORMATS[format].type };
    await sendApart(response, { order: { of: "minutes", document, format, paper }, called });
    return null;
  },
});
