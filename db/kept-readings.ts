import type { Kysely } from "kysely";
import type { RecordTable } from "./record-tables.ts";
import type { Schema } from "./schema.ts";

/** What an answer is made of: some tables, or the record as a whole. */
export type StandsIn = readonly RecordTable[] | "the record";

/** Answers kept at most; beyond it all of them go. */
const KEPT = 2_000;

/** Events looked through at most; after more, nothing that was kept is taken to be true still. */
const EVENTS = 500;

type KeptAnswer = { readonly seq: number; readonly standsIn: StandsIn; readonly answer: Promise<unknown> };

/**
 * Answers of now that stand in tables which seldom change, kept until one of them is written to. Every event of the audit
 * trail names the tables it wrote to, whichever process wrote it: so that one statement tells what still holds. What is
 * kept is handed to many and changed by none.
 */
export class KeptReadings {
  /** End of the trail when it was last looked at; null before. */
  #seq: number | null = null;
  readonly #writtenAt = new Map<string, number>();
  readonly #answers = new Map<string, KeptAnswer>();

  /** Looks what has been written since the last time. */
  async lookUp(db: Kysely<Schema>): Promise<void> {
    const since = this.#seq;
    let query = db.selectFrom("audit_event").select(["seq", "rows"]).orderBy("seq", "desc");
    query = since === null ? query.limit(1) : query.where("seq", ">", since).limit(EVENTS);
    const events = await query.execute();
    const newest = events[0]?.seq ?? since ?? 0;
    if (since === null || events.length === EVENTS) this.#answers.clear();
    else for (const { seq, rows } of events) this.#note(seq, rows);
    this.#seq = Math.max(this.#seq ?? 0, newest);
  }

  /** The answer that is kept, where nothing it stands in was written to since; else what `make` reads. */
  read<T>(question: string, standsIn: StandsIn, make: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question);
    if (known !== undefined && this.#holds(known)) return known.answer as Promise<T>;
    if (this.#answers.size >= KEPT) this.#answers.clear();
    // Of the end of the trail before it is read: what is written meanwhile makes it be read again.
    const answer = make();
    this.#answers.set(question, { seq: this.#seq ?? 0, standsIn, answer });
    answer.catch(() => this.#answers.delete(question));
    return answer;
  }

  #note(seq: number, rows: string): void {
    for (const table of Object.keys(JSON.parse(rows) as object)) {
      this.#writtenAt.set(table, Math.max(seq, this.#writtenAt.get(table) ?? 0));
    }
  }

  #holds({ seq, standsIn }: KeptAnswer): boolean {
    if (standsIn === "the record") return seq === this.#seq;
    return standsIn.every((table) => (this.#writtenAt.get(table) ?? 0) <= seq);
  }
}
