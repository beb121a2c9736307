import type { Said } from "./sheet-line.ts";

export type Change = { readonly kpi: string; readonly before: Said; readonly after: Said };

const STEPS = 100;

/** What was said on this screen, step by step: a paste is one step. After a save too, as a change that undoes it. */
export class EditHistory {
  #steps: (readonly Change[])[] = [];
  #at = 0;

  get canUndo(): boolean {
    return this.#at > 0;
  }

  get canRedo(): boolean {
    return this.#at < this.#steps.length;
  }

  add(step: readonly Change[]): void {
    this.#steps = [...this.#steps.slice(0, this.#at), step].slice(-STEPS);
    this.#at = this.#steps.length;
  }

  /** What to say again; empty where there is nothing to undo. */
  undo(): { kpi: string; said: Said }[] {
    if (!this.canUndo) return [];
    this.#at -= 1;
    return (this.#steps[this.#at] ?? []).map(({ kpi, before }) => ({ kpi, said: before }));
  }

  redo(): { kpi: string; said: Said }[] {
    if (!this.canRedo) return [];
    this.#at += 1;
    return (this.#steps[this.#at - 1] ?? []).map(({ kpi, after }) => ({ kpi, said: after }));
  }
}
