import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { clausesInput } from "../../shared/contracts/clauses.ts";
import { evidencePack } from "../audit/clauses.service.ts";
import { evidenceBytes } from "../snapshots/web/write-evidence.ts";
import { apiRoute } from "./api-route.ts";

export const evidenceRoute = apiRoute({
  name: "GET /api/v1/evidence.html",
  summary: "The auditor's pack: the clause matrix and every record behind it in one sealed web file.",
  query: clausesInput,
  answers: { 200: null },
  media: { answer: ["text/html"] },
  handle: async ({ actor, query, exchange }) => {
    const pack = await evidencePack(actor, query);
    const { response } = exchange;
    response.status(200).set("Cache-Control", "private, no-cache").type("html");
    response.attachment(`evidence-${pack.asOf.slice(0, 10)}.html`);
    await pipeline(Readable.from(evidenceBytes(pack, actor.now())), response);
    return null;
  },
});
