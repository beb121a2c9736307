import type { Request } from "express";
import { z } from "zod";
import { decimalSettingSchema, importPreviewSchema } from "../../shared/contracts/imports.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { IMPORT_KINDS, type ImportKind } from "../../shared/domain/imports/columns.ts";
import { FILE_LIMITS } from "../files/limits.ts";
import { refusedFile } from "../results/import.service.ts";
import { type ApiRoute, apiRoute } from "./api-route.ts";
import { identityOf } from "./idempotency.ts";
import { importApart } from "./import-apart.ts";
import { importAnswer } from "./import-file.ts";
import { Places } from "./places.ts";

/** Files that are imported at the same time, and that wait for it. */
const places = new Places({ together: 2, waiting: 100 });

const LARGEST = Math.max(FILE_LIMITS.csvBytes, FILE_LIMITS.xlsxBytes);

/** A route for each kind of file, since each needs another right. */
export const importRoutes: readonly ApiRoute[] = IMPORT_KINDS.map((kind) => importRoute(kind));

function importRoute(kind: ImportKind): ApiRoute {
  return apiRoute({
    name: `POST /api/v1/imports/${kind}`,
    summary: `Imports a file of ${kind}, all of it or nothing; answers the report.`,
    query: z.object({
      dryRun: z.stringbool().default(false),
      decimal: decimalSettingSchema.default("auto"),
      withRows: z.stringbool().default(false),
    }),
    answers: { 200: importPreviewSchema, 422: importPreviewSchema },
    media: {
      request: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
    },
    handle: ({ actor, service, query, exchange: { request } }) =>
      places.take(async () => {
        const bytes = await bodyOf(request);
        if (bytes === null) return importAnswer(refusedFile("file-too-large", 1));
        const identity = identityOf(actor, request.get("Idempotency-Key"), [request.originalUrl, bytes]);
        return importApart(actor, { kind, bytes, identity, ...query }, service.importPlace);
      }),
  });
}

/** The body as it came; null where it is larger than any file that is taken. Nothing beyond the limit is kept. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= LARGEST) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch (cause) {
    throw new AppError("unreadable", { problem: "The file did not arrive whole." }, { cause });
  }
  return size > LARGEST ? null : Buffer.concat(chunks);
}
