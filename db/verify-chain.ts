import { createHash } from "node:crypto";
import type { Kysely } from "kysely";
import { BEFORE_FIRST, canonicalRows, hashOfEvent, isSignedBy, RowDigest, type SignedHead } from "./audit-chain.ts";
import { loose } from "./loose.ts";
import { RECORD_TABLES, type RecordTable, type Row } from "./record-tables.ts";
import type { Schema } from "./schema.ts";
import type { RecordFault, Verification } from "./verification.ts";

type Checked = {
  readonly db: Kysely<Schema>;
  readonly auditKey: string;
  readonly heads: readonly SignedHead[];
  readonly onProgress: (events: number) => void;
};

type RecordRow = Readonly<Record<string, unknown>> & { readonly id: number; readonly event: number };
type Event = Row<"audit_event">;

const PART = 5000;

/** Walks the chain and, beside it, every record table: each row has to be explained by the event that names it. */
export async function verifyChain(checked: Checked): Promise<Verification> {
  const walk = new Walk(checked);
  const answer = (fault: RecordFault | null) => {
    const { seen: events, rows, snapshots } = walk;
    return { events, rows, snapshots, fault };
  };
  for (;;) {
    const fault = await walk.events();
    if (fault !== null) return answer(fault);
    const leftover = await walk.leftover();
    // Commands go on while the record is verified: what they have written since is walked too.
    if (leftover === null || !(await walk.hasGrown())) return answer(leftover);
  }
}

class Walk {
  seen = 0;
  rows = 0;
  snapshots = 0;
  readonly #checked: Checked;
  readonly #cursors = new Map<string, RowCursor>();
  readonly #promised: Map<number, SignedHead[]>;
  #newest: { seq: number; at: number; hash: string } = { seq: 0, at: 0, hash: BEFORE_FIRST };

  constructor(checked: Checked) {
    this.#checked = checked;
    this.#promised = Map.groupBy(checked.heads, ({ seq }) => seq);
    for (const table of RECORD_TABLES) this.#cursors.set(table, new RowCursor(checked.db, table));
  }

  async events(): Promise<RecordFault | null> {
    for (;;) {
      const events = await this.#checked.db
        .selectFrom("audit_event")
        .selectAll()
        .where("seq", ">", this.#newest.seq)
        .orderBy("seq")
        .limit(PART)
        .execute();
      for (const event of events) {
        const fault = this.#link(event) ?? (await this.#explained(event));
        if (fault !== null) return fault;
        this.#newest = event;
        this.seen += 1;
      }
      this.#checked.onProgress(this.seen);
      if (events.length < PART) return this.#cutOff();
    }
  }

  /** Rows that no event of the chain wrote. */
  async leftover(): Promise<RecordFault | null> {
    for (const [table, cursor] of this.#cursors) {
      const row = await cursor.peek();
      if (row !== null) return { kind: "row-unexplained", place: `${table} ${row.id}` };
    }
    return null;
  }

  async hasGrown(): Promise<boolean> {
    const { db } = this.#checked;
    const newer = await db
      .selectFrom("audit_event")
      .select("seq")
      .where("seq", ">", this.#newest.seq)
      .limit(1)
      .execute();
    return newer.length > 0;
  }

  #link(event: Event): RecordFault | null {
    const { seq, at, hash } = this.#newest;
    const place = `event ${seq + 1}`;
    if (event.seq !== seq + 1) return { kind: "event-missing", place };
    if (event.previous_hash !== hash || hashOfEvent(this.#checked.auditKey, event) !== event.hash) {
      return { kind: "event-changed", place };
    }
    if (event.at <= at) return { kind: "event-earlier", place };
    const promised = this.#promised.get(event.seq) ?? [];
    return promised.some((known) => known.hash !== event.hash) ? { kind: "head-not-in-chain", place } : null;
  }

  #cutOff(): RecordFault | null {
    const beyond = this.#checked.heads.find(({ seq }) => seq > this.#newest.seq);
    return beyond === undefined ? null : { kind: "head-not-in-chain", place: `event ${beyond.seq}` };
  }

  /** Reads exactly the rows that the event names, and compares their digest. */
  async #explained(event: Event): Promise<RecordFault | null> {
    const digest = new RowDigest();
    const counts = Object.entries(JSON.parse(event.rows) as Record<string, number>);
    for (const [table, count] of counts) {
      let texts: string[] = [];
      for (let i = 0; i < count; i += 1) {
        const cursor = this.#cursors.get(table);
        const row = (await cursor?.peek()) ?? null;
        const fault = this.#judge({ table, row, nextId: cursor?.nextId ?? 0 }, event);
        if (fault !== null) return fault;
        texts.push(cursor?.take() ?? "");
        this.rows += 1;
        if (texts.length < PART && i < count - 1) continue;
        digest.add(table, texts);
        texts = [];
      }
    }
    return digest.finish().digest === event.digest ? null : { kind: "row-changed", place: placeOf(event, counts) };
  }

  #judge(next: { table: string; row: RecordRow | null; nextId: number }, event: Event): RecordFault | null {
    const { table, row, nextId } = next;
    const place = `${table} ${nextId}`;
    if (row === null || row.id !== nextId) return { kind: "row-missing", place };
    if (row.event !== event.seq) return { kind: "row-changed", place };
    if ("recorded_from" in row && row["recorded_from"] !== event.at) return { kind: "row-misdated", place };
    if (table !== "snapshot" || this.#isWhole(row as unknown as Row<"snapshot">)) return null;
    return { kind: "snapshot-changed", place };
  }

  /** The payload has its hash, and the head beside it is a signed one of the chain before it. */
  #isWhole(snapshot: Row<"snapshot">): boolean {
    this.snapshots += 1;
    const { payload, sha256, audit_seq: seq, audit_hash: hash, audit_signature: signature } = snapshot;
    if (createHash("sha256").update(payload).digest("hex") !== sha256) return false;
    return seq <= this.#newest.seq && isSignedBy(this.#checked.auditKey, { seq, hash, signature });
  }
}

function placeOf({ seq }: Event, counts: readonly [string, number][]): string {
  return counts.length === 0 ? `event ${seq}` : `event ${seq} (${counts.map(([table]) => table).join(", ")})`;
}

/** Rows of a table in the order of their ids, read in parts. */
class RowCursor {
  readonly #db: Kysely<Schema>;
  readonly #table: RecordTable;
  #part: RecordRow[] = [];
  #texts: string[] = [];
  #at = 0;
  /** The id that the next row has to carry: ids are counted up without gaps. */
  nextId = 1;
  #readUpTo = 0;

  constructor(db: Kysely<Schema>, table: RecordTable) {
    this.#db = db;
    this.#table = table;
  }

  async peek(): Promise<RecordRow | null> {
    if (this.#at >= this.#part.length) await this.#read();
    return this.#part[this.#at] ?? null;
  }

  /** Goes on to the next row and answers the canonical text of this one. */
  take(): string {
    const text = this.#texts[this.#at] ?? "";
    this.#at += 1;
    this.nextId += 1;
    return text;
  }

  async #read(): Promise<void> {
    const rows = await loose(this.#db)
      .selectFrom(this.#table)
      .selectAll()
      .where("id", ">", this.#readUpTo)
      .orderBy("id")
      .limit(PART)
      .execute();
    this.#part = rows as RecordRow[];
    this.#texts = canonicalRows(rows);
    this.#at = 0;
    this.#readUpTo = this.#part.at(-1)?.id ?? this.#readUpTo;
  }
}
