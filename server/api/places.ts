import { AppError } from "../../shared/domain/failures.ts";

/** Lets so many do their work at a time; the others wait in the order in which they came. */
export class Places {
  readonly #most: { readonly together: number; readonly waiting: number };
  #working = 0;
  readonly #waiting: (() => void)[] = [];

  constructor(most: { readonly together: number; readonly waiting: number }) {
    this.#most = most;
  }

  /** Refuses where too many wait already. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#working >= this.#most.together) await this.#wait();
    else this.#working += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#working -= 1;
      else next();
    }
  }

  #wait(): Promise<void> {
    if (this.#waiting.length >= this.#most.waiting) throw new AppError("too-many-requests", { seconds: 60 });
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
    });
  }
}
