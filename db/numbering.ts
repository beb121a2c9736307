import type { Writing } from "./writing.ts";

const LETTER = {
  ...{ action: "A", decision: "D", party: "P", need: "N", risk: "R", issue: "I", review: "V" },
  ...{ training: "T", competence_need: "C" },
} as const;

/** The number that the next action, decision, need or risk carries as its code: `A-0001`, `D-0001`, counted through. */
export async function nextNumber({ db }: Writing, table: keyof typeof LETTER): Promise<string> {
  const newest = await db.selectFrom(table).select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return `${LETTER[table]}-${String((newest?.id ?? 0) + 1).padStart(4, "0")}`;
}
