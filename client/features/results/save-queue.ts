import type { EnterAnswer, EnterInput } from "../../../shared/contracts/results.ts";
import { type Failure, failureOf } from "../../failure.ts";
import { cellToSave, isUnsaved, type Line, type Said, saved } from "./sheet-line.ts";

export type SaveState =
  | { readonly kind: "idle"; readonly savedAt: string | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly failure: Failure };

type Told = { readonly saving?: SaveState };

export type QueueSetting = {
  readonly save: (cells: EnterInput["cells"]) => Promise<EnterAnswer>;
  readonly lines: () => readonly Line[];
  readonly update: (lines: readonly Line[], told: Told) => void;
};

/** A ratio's first number waits so long for its second one. */
const SOON = 900;
const AGAIN = 4000;

/** Sends what is unsaved, one call at a time: what is typed while a call is on its way goes with the next. */
export class SaveQueue {
  readonly #setting: QueueSetting;
  /** Told anew though nothing is unsaved: the server's row is wanted. */
  readonly #asked = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  #savedAt: string | null = null;

  constructor(setting: QueueSetting) {
    this.#setting = setting;
  }

  schedule(when: "now" | "soon" | "again", kpi?: string): void {
    if (kpi !== undefined) this.#asked.add(kpi);
    clearTimeout(this.#timer);
    if (when === "now") void this.flush();
    else this.#timer = setTimeout(() => void this.flush(), when === "soon" ? SOON : AGAIN);
  }

  /** Settles when what is unsaved now has been sent, or sending failed. */
  flush(): Promise<void> {
    if (this.#running !== null) return this.#running.then(() => this.flush());
    this.#running = this.#drain().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  async #drain(): Promise<void> {
    const { lines, update, save } = this.#setting;
    for (;;) {
      const sending = lines().filter(
        (line) => line.conflict === null && (isUnsaved(line) || this.#asked.has(line.row.kpi)),
      );
      if (sending.length === 0) return;
      const sent = new Map(sending.map(({ row, said }) => [row.kpi, said]));
      update(lines(), { saving: { kind: "saving" } });
      try {
        this.#take(await save(sending.map(cellToSave)), sent);
      } catch (error) {
        const failure = failureOf(error);
        update(lines(), { saving: { kind: "failed", failure } });
        if (failure.code === "unreachable" || failure.code === "internal") this.schedule("again");
        return;
      }
    }
  }

  #take(answer: EnterAnswer, sent: ReadonlyMap<string, Said>): void {
    const { lines, update } = this.#setting;
    const rows = new Map(answer.saved.map((row) => [row.kpi, row]));
    const conflicts = new Map(answer.conflicts.map((conflict) => [conflict.kpi, conflict]));
    const refused = new Map(answer.refused.map(({ kpi, message }) => [kpi, message]));
    this.#asked.clear();
    this.#savedAt = answer.savedAt;
    const after = lines().map((line): Line => {
      const said = sent.get(line.row.kpi);
      if (said === undefined) return line;
      const row = rows.get(line.row.kpi);
      if (row !== undefined) return saved(line, row, said);
      const message = refused.get(line.row.kpi);
      if (message !== undefined) return refusedLine(line, message);
      return { ...line, conflict: conflicts.get(line.row.kpi) ?? null };
    });
    update(after, { saving: { kind: "idle", savedAt: this.#savedAt } });
  }
}

/** What was refused is not said any more, but stays in its cells to be mended. */
function refusedLine(line: Line, message: string): Line {
  const { content, comment, cause, confirmed } = line.row;
  return {
    ...line,
    said: { content, comment, cause, confirmed },
    problem: { kind: "refused", part: "first", message },
  };
}
