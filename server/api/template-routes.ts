import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { codeSchema, monthSchema } from "../../shared/contracts/primitives.ts";
import { IMPORT_KINDS } from "../../shared/domain/imports/columns.ts";
import { IMPORT_FILE_TYPES, importFile } from "../files/import-file.ts";
import { templateRows } from "../results/import-template.service.ts";
import { apiRoute } from "./api-route.ts";

const ENDINGS = Object.keys(IMPORT_FILE_TYPES) as (keyof typeof IMPORT_FILE_TYPES)[];

export const importTemplateRoute = apiRoute({
  name: "GET /api/v1/imports/:kind/template.:ending",
  summary: "A file to fill in. For results: the owner's own units, KPIs and months with what is reported already.",
  query: z.object({ unit: codeSchema.optional(), from: monthSchema.optional(), to: monthSchema.optional() }),
  answers: { 200: null },
  media: { answer: Object.values(IMPORT_FILE_TYPES).map((type) => type.split(";")[0] ?? type) },
  handle: async ({ actor, query, params, exchange: { response } }) => {
    const { kind, ending } = z.object({ kind: z.enum(IMPORT_KINDS), ending: z.enum(ENDINGS) }).parse(params);
    const rows = await templateRows(actor, { kind, ...query });
    response.status(200).set("Cache-Control", "no-store").type(IMPORT_FILE_TYPES[ending]);
    response.attachment(`plumbline-${kind}.${ending}`);
    await pipeline(Readable.from(importFile(kind, { ending, rows })), response);
    return null;
  },
});
