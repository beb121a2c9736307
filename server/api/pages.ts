import { z } from "zod";
import { AppError } from "../../shared/domain/failures.ts";

const LONGEST_PAGE = 5_000;

/** `limit` and `cursor` of a list; without a limit a page has 500 rows. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(500),
  cursor: z.string().max(1000).optional(),
};

export const nextCursorSchema = z.string().nullable();

/** A place in a list, as text that means nothing to its reader. */
export function cursorOf(place: unknown): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

/** The place that a cursor of ours stands for; anything else is refused. */
export function placeIn<Place>(cursor: string | undefined, schema: z.ZodType<Place>): Place | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch (cause) {
    throw new AppError("unreadable", { problem: "The cursor is not one of ours." }, { cause });
  }
}

/** One page of rows that are in the order of `keyOf`, and where the next begins. */
export function pageOf<Row>(
  rows: readonly Row[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  keyOf: (row: Row) => string,
): { rows: Row[]; nextCursor: string | null } {
  const after = placeIn(cursor, z.string());
  const rest = after === null ? rows : rows.filter((row) => keyOf(row) > after);
  const shown = rest.slice(0, limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: rest.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}
