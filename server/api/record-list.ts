import { z } from "zod";
import { asOfSchema, codeSchema } from "../../shared/contracts/primitives.ts";
import type { Actor } from "../access/actor.ts";
import type { RouteName } from "../http/routes.ts";
import { type ApiRoute, apiRoute } from "./api-route.ts";
import { nextCursorSchema, pageOf, pageQuery } from "./pages.ts";
import { covers, type Scope, scopeOf } from "./scope.ts";

type RecordList<Row> = {
  readonly name: RouteName;
  readonly summary: string;
  /** What the list is called in the answer. */
  readonly word: string;
  readonly row: z.ZodType<Row>;
  /** Every row as of the moment; those beyond the reader's units are left out afterwards. */
  readonly rows: (scope: Scope, actor: Actor) => Promise<readonly Row[]>;
  /** What the pages follow, and the unit whose rights decide; null: everyone may read it. */
  readonly keyOf: (row: Row) => string;
  readonly unitOf: (row: Row) => string | null;
};

/** A list of records for other systems: by unit, as of a day, in pages, as far as the key's units go. */
export function recordList<Row>({ name, summary, word, row, rows, keyOf, unitOf }: RecordList<Row>): ApiRoute {
  return apiRoute({
    name,
    summary,
    query: z.object({ unit: codeSchema.optional(), asOf: asOfSchema.optional(), ...pageQuery }),
    answers: { 200: z.object({ [word]: z.array(row), nextCursor: nextCursorSchema }) },
    handle: async ({ actor, query }) => {
      const scope = await scopeOf(actor, query);
      const isCovered = (each: Row) => {
        const unit = unitOf(each);
        return unit === null || covers(scope, unit);
      };
      const all = (await rows(scope, actor)).filter(isCovered);
      const page = pageOf(
        all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
        query,
        keyOf,
      );
      return { status: 200, body: { [word]: page.rows, nextCursor: page.nextCursor } };
    },
  });
}
