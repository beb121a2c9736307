import { z } from "zod";
import { trackRecordInput, trackRecordSchema } from "../../shared/contracts/track-record.ts";
import { trackRecordOf } from "../insight/track-record.service.ts";
import { apiRoute } from "./api-route.ts";

export const trackRecordRoute = apiRoute({
  name: "GET /api/v1/track-record",
  summary: "How often the forecasts of years that are over came true: by tenths, with Brier score and base rate.",
  query: z.object(trackRecordInput.shape),
  answers: { 200: trackRecordSchema },
  handle: async ({ actor, query }) => ({ status: 200, body: await trackRecordOf(actor, query) }),
});
