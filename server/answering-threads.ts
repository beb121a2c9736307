import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";

/** What a thread is sent, and what it answers under the same number. */
type Sent<Question> = { readonly id: number; readonly question: Question };
type Answered<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly error: unknown };

type Waiting<Answer> = { resolve(answer: Answer): void; reject(error: unknown): void };

/** A thread and what it still owes. */
type Thread<Answer> = {
  readonly worker: Worker;
  readonly owed: Map<number, Waiting<Answer>>;
  idle: NodeJS.Timeout | null;
};

type ThreadsSetting = {
  /** The module that they run: it calls `answerQuestions`. */
  readonly module: URL;
  /** Threads at most; never more than the machine has processors. */
  readonly most: number;
  readonly memoryMb: number;
};

const IDLE_MS = 60_000;

/**
 * Threads beside the event loop. The first questions start them, each question goes to the one that owes least, and they end
 * when nobody has asked for a while; a thread without work keeps no process alive. What fails in a thread fails for its asker.
 */
export class AnsweringThreads<Question, Answer> {
  readonly #setting: ThreadsSetting;
  readonly #most: number;
  readonly #threads: Thread<Answer>[] = [];
  #lastId = 0;

  constructor(setting: ThreadsSetting) {
    this.#setting = setting;
    this.#most = Math.max(1, Math.min(setting.most, availableParallelism()));
  }

  /** So many questions are worked on at once. */
  get count(): number {
    return this.#most;
  }

  ask(question: Question): Promise<Answer> {
    const thread = this.#leastBusy();
    this.#lastId += 1;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    thread.owed.set(this.#lastId, { resolve, reject });
    if (thread.idle !== null) clearTimeout(thread.idle);
    thread.idle = null;
    thread.worker.ref();
    thread.worker.postMessage({ id: this.#lastId, question } satisfies Sent<Question>);
    return promise;
  }

  #leastBusy(): Thread<Answer> {
    const least = this.#threads.toSorted((a, b) => a.owed.size - b.owed.size)[0];
    if (least === undefined || (least.owed.size > 0 && this.#threads.length < this.#most)) return this.#start();
    return least;
  }

  #start(): Thread<Answer> {
    const { module, memoryMb } = this.#setting;
    const worker = new Worker(module, {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb, maxYoungGenerationSizeMb: 32 },
    });
    const thread: Thread<Answer> = { worker, owed: new Map(), idle: null };
    worker.on("message", (message: Answered<Answer>) => {
      const asker = thread.owed.get(message.id);
      thread.owed.delete(message.id);
      if ("error" in message) asker?.reject(message.error);
      else asker?.resolve(message.answer);
      if (thread.owed.size === 0) rest(thread);
    });
    worker.on("error", (error) => this.#end(thread, error));
    worker.on("exit", () => this.#end(thread, new Error("a thread ended before it had answered")));
    this.#threads.push(thread);
    return thread;
  }

  #end(thread: Thread<Answer>, error: unknown): void {
    const place = this.#threads.indexOf(thread);
    if (place >= 0) this.#threads.splice(place, 1);
    for (const { reject } of thread.owed.values()) reject(error);
    thread.owed.clear();
  }
}

function rest<Answer>(thread: Thread<Answer>): void {
  thread.worker.unref();
  thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref();
}

/** Makes the thread that calls it answer, one question after the other. */
export function answerQuestions<Question, Answer>(answer: (question: Question) => Answer): void {
  const port = parentPort;
  port?.on("message", ({ id, question }: Sent<Question>) => {
    try {
      port.postMessage({ id, answer: answer(question) } satisfies Answered<Answer>);
    } catch (error) {
      port.postMessage({ id, error } satisfies Answered<Answer>);
    }
  });
}
