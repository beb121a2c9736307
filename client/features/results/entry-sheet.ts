import type { EnterAnswer, EnterInput, EntryView } from "../../../shared/contracts/results.ts";
import type { EntryContent } from "../../../shared/domain/entry-content.ts";
import type { Month } from "../../../shared/domain/month.ts";
import type { CellTexts } from "./cell-reading.ts";
import type { Block } from "./clipboard-table.ts";
import { type Change, EditHistory } from "./edit-history.ts";
import type { GridRow, Position } from "./grid-moves.ts";
import { matchPaste } from "./match-paste.ts";
import { type PasteNotice, pasteNotice } from "./paste-notice.ts";
import { SaveQueue, type SaveState } from "./save-queue.ts";
import { committed, isSameSaid, type Line, lineOf, type Said, withContent, withSaid } from "./sheet-line.ts";

/** What is being typed, not yet committed. */
export type Typed = { readonly kpi: string; readonly texts: CellTexts };

export type SheetState = {
  readonly lines: readonly Line[];
  readonly typed: Typed | null;
  readonly saving: SaveState;
  readonly pasted: PasteNotice | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
};

export type SheetSetting = {
  readonly view: EntryView;
  readonly locale: string;
  readonly save: (cells: EnterInput["cells"]) => Promise<EnterAnswer>;
};

/** The sheet of one unit and month on this screen: what is typed, said, saved and undone. It knows no screen and no network. */
export class EntrySheet {
  readonly month: Month;
  readonly #locale: string;
  readonly #history = new EditHistory();
  readonly #queue: SaveQueue;
  readonly #listeners = new Set<() => void>();
  #state: SheetState;

  constructor({ view, locale, save }: SheetSetting) {
    this.month = view.month;
    this.#locale = locale;
    this.#state = {
      lines: view.rows.map((row) => lineOf(row, locale)),
      ...{ typed: null, pasted: null, canUndo: false, canRedo: false },
      saving: { kind: "idle", savedAt: null },
    };
    this.#queue = new SaveQueue({
      save,
      lines: () => this.#state.lines,
      update: (lines, more) => this.#set({ lines, ...more }),
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SheetState => this.#state;

  line(kpi: string): Line | undefined {
    return this.#state.lines.find(({ row }) => row.kpi === kpi);
  }

  gridRows(): GridRow[] {
    return this.#state.lines.map(({ row }) => ({ kpi: row.kpi, parts: row.input === "ratio" ? 2 : 1 }));
  }

  type({ kpi, part }: Position, text: string): void {
    const { typed } = this.#state;
    if (typed !== null && typed.kpi !== kpi) this.commit(null);
    const before = this.#state.typed?.texts ?? this.line(kpi)?.texts ?? { first: "", second: "" };
    this.#set({ typed: { kpi, texts: { ...before, [part]: text } } });
  }

  /** Esc: what was there before typing began. */
  restore(): void {
    this.#set({ typed: null });
  }

  /**
   * Takes what was typed as said, and saves it: at once, or with a ratio's other number where the cursor goes on there.
   */
  commit(next: Position | null): void {
    const { typed } = this.#state;
    if (typed === null) return;
    const goesOn = next?.kpi === typed.kpi;
    this.#set({ typed: null });
    this.#change([typed.kpi], (line) => committed(line, typed.texts, this.#locale));
    this.#queue.schedule(goesOn ? "soon" : "now");
  }

  setContent(kpi: string, content: EntryContent): void {
    this.#set({ typed: null });
    this.#change([kpi], (line) => withContent(line, content, this.#locale));
    this.#queue.schedule("now");
  }

  /** The doubts about a cell were seen and it is right. */
  confirm(kpi: string, codes: readonly string[]): void {
    this.#say(kpi, ({ confirmed }) => ({ confirmed: [...new Set([...confirmed, ...codes])] }));
  }

  /** Comment and cause; null and blank are none. */
  explain(kpi: string, words: Partial<Pick<Said, "comment" | "cause">>): void {
    this.#say(kpi, () => words);
  }

  paste(block: Block, at: Position): void {
    this.commit(null);
    const rows = this.#state.lines.map(({ row }) => row);
    const matched = matchPaste(block, { rows, month: this.month, locale: this.#locale, at });
    const before = this.#state.lines;
    const texts = new Map(matched.cells.map((cell) => [cell.kpi, cell.texts]));
    this.#change([...texts.keys()], (line) =>
      committed(line, { ...line.texts, ...texts.get(line.row.kpi) }, this.#locale),
    );
    this.#set({ pasted: pasteNotice(matched, { before, after: this.#state.lines }) });
    this.#queue.schedule("now");
  }

  dismissPaste(): void {
    this.#set({ pasted: null });
  }

  /** Ctrl+D: the denominator of the nearest row above that divides by the same thing. */
  fillDown({ kpi, part }: Position): void {
    const { lines } = this.#state;
    const at = lines.findIndex(({ row }) => row.kpi === kpi);
    const own = lines[at];
    const above = lines.slice(0, Math.max(at, 0)).findLast((line) => dividesBySame(line, own));
    if (own === undefined || above === undefined || part !== "second") return;
    this.type({ kpi, part }, above.texts.second);
    this.commit(null);
  }

  undo(): void {
    this.#apply(this.#history.undo());
  }

  redo(): void {
    this.#apply(this.#history.redo());
  }

  resolve(kpi: string, choice: "mine" | "theirs"): void {
    const conflict = this.line(kpi)?.conflict;
    if (conflict == null) return;
    this.#update([kpi], (line) => {
      const row = { ...line.row, revision: conflict.revision, content: conflict.theirs };
      const settled = { ...line, row, conflict: null };
      return choice === "mine" ? settled : withContent(settled, conflict.theirs, this.#locale);
    });
    this.#queue.schedule("now", kpi);
  }

  /** Settles when everything that can be saved is, or saving has failed. */
  async flush(): Promise<void> {
    this.commit(null);
    await this.#queue.flush();
  }

  retry(): void {
    this.#queue.schedule("now");
  }

  /** Takes over what the server says now, without losing what is unsaved here. */
  refresh(view: EntryView): void {
    const fresh = new Map(view.rows.map((row) => [row.kpi, row]));
    const lines = this.#state.lines.map((line) => {
      const row = fresh.get(line.row.kpi);
      const isKept = row === undefined || line.problem !== null || line.conflict !== null || !isSettled(line);
      return isKept ? line : lineOf(row, this.#locale);
    });
    this.#set({ lines });
  }

  stop(): void {
    this.#queue.stop();
  }

  #say(kpi: string, words: (said: Said) => Partial<Said>): void {
    this.#change([kpi], (line) => ({ ...line, said: { ...line.said, ...words(line.said) } }));
    this.#queue.schedule("now");
  }

  /** Changes lines as one step that can be undone. */
  #change(kpis: readonly string[], change: (line: Line) => Line): void {
    const before = this.#state.lines;
    this.#update(kpis, change);
    const step = before.flatMap((line, at): Change[] => {
      const after = this.#state.lines[at];
      if (after === undefined || isSameSaid(line.said, after.said)) return [];
      return [{ kpi: line.row.kpi, before: line.said, after: after.said }];
    });
    if (step.length > 0) this.#history.add(step);
    this.#set({ canUndo: this.#history.canUndo, canRedo: this.#history.canRedo });
  }

  #apply(step: readonly { readonly kpi: string; readonly said: Said }[]): void {
    this.#set({ typed: null, pasted: null, canUndo: this.#history.canUndo, canRedo: this.#history.canRedo });
    const said = new Map(step.map((change) => [change.kpi, change.said]));
    this.#update([...said.keys()], (line) => withSaid(line, said.get(line.row.kpi) ?? line.said, this.#locale));
    this.#queue.schedule("now");
  }

  #update(kpis: readonly string[], change: (line: Line) => Line): void {
    const wanted = new Set(kpis);
    this.#set({ lines: this.#state.lines.map((line) => (wanted.has(line.row.kpi) ? change(line) : line)) });
  }

  #set(change: Partial<SheetState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function dividesBySame(line: Line, own: Line | undefined): boolean {
  return (
    line.row.input === "ratio" && line.row.denominatorLabel === own?.row.denominatorLabel && line.texts.second !== ""
  );
}

function isSettled({ said, row }: Line): boolean {
  return isSameSaid(said, row);
}
