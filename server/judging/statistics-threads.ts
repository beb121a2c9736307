import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ForecastAsked, YearForecast } from "../../shared/domain/statistics/year-forecast.ts";
import type { StatisticsAnswer, StatisticsWork } from "./statistics.worker.ts";

const MOST_THREADS = 2;
const IDLE_MS = 60_000;

/** A thread and what it still owes. */
type Thread = {
  readonly worker: Worker;
  readonly owed: Map<number, { resolve(answer: StatisticsAnswer): void; reject(error: Error): void }>;
  idle: NodeJS.Timeout | null;
};

const threads: Thread[] = [];
let lastId = 0;

/** Forecasts made beside the event loop, in the order asked. Threads start with the first question and end when idle. */
export async function forecastApart(asked: readonly ForecastAsked[]): Promise<(YearForecast | null)[]> {
  const count = Math.min(MOST_THREADS, availableParallelism(), asked.length);
  const shares = Array.from({ length: count }, (_, share) => asked.filter((_each, i) => i % count === share));
  const answers = await Promise.all(shares.map((forecasts, i) => ask(threadAt(i), forecasts)));
  return asked.map((_, i) => answers[i % count]?.forecasts[Math.floor(i / count)] ?? null);
}

function threadAt(place: number): Thread {
  const found = threads[place];
  if (found !== undefined) return found;
  const worker = new Worker(new URL("./statistics.worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
  });
  const thread: Thread = { worker, owed: new Map(), idle: null };
  worker.on("message", (answer: StatisticsAnswer) => {
    thread.owed.get(answer.id)?.resolve(answer);
    thread.owed.delete(answer.id);
    if (thread.owed.size === 0) rest(thread);
  });
  worker.on("error", (error) => end(thread, error instanceof Error ? error : new Error(String(error))));
  worker.on("exit", () => end(thread, new Error("a thread of the statistics ended")));
  threads.push(thread);
  return thread;
}

function ask(thread: Thread, forecasts: readonly ForecastAsked[]): Promise<StatisticsAnswer> {
  lastId += 1;
  const work: StatisticsWork = { id: lastId, forecasts };
  const { promise, resolve, reject } = Promise.withResolvers<StatisticsAnswer>();
  thread.owed.set(work.id, { resolve, reject });
  if (thread.idle !== null) clearTimeout(thread.idle);
  thread.idle = null;
  thread.worker.ref();
  thread.worker.postMessage(work);
  return promise;
}

/** A thread without work keeps no process alive, and ends after a while. */
function rest(thread: Thread): void {
  thread.worker.unref();
  thread.idle = setTimeout(() => void thread.worker.terminate(), IDLE_MS).unref();
}

function end(thread: Thread, error: Error): void {
  const place = threads.indexOf(thread);
  if (place >= 0) threads.splice(place, 1);
  for (const { reject } of thread.owed.values()) reject(error);
  thread.owed.clear();
}
