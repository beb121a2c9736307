import { Worker } from "node:worker_threads";
import { recordForecasts } from "../insight/forecast-record.service.ts";
import type { Recording } from "../insight/recording.ts";
import { keptForecasts } from "../judging/kept-forecasts.ts";
import type { Service } from "../service.ts";
import type { ForecastingMessage, ForecastingWork } from "./forecasting.worker.ts";
import type { JobHandler, JobRun } from "./runner.ts";

/**
 * Writes down the forecasts that are due and scores years that are over, in a thread with a connection of its own; where
 * the database lives in this process alone, here.
 */
export function forecasting({ store, now, importPlace }: Pick<Service, "store" | "now" | "importPlace">): JobHandler {
  return async (run) => {
    if (importPlace !== null) return recordApart(importPlace, run);
    const recording: Recording = {
      ...{ store, now },
      forecast: (questions) => keptForecasts(questions.map((question) => ({ question }))),
      isStopped: () => run.signal.aborted,
      progress: (share) => run.progress(share),
    };
    return recordForecasts(recording);
  };
}

async function recordApart(work: ForecastingWork, { signal, progress }: JobRun): Promise<unknown> {
  const worker = new Worker(new URL("./forecasting.worker.ts", import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  const stop = () => resolve(null);
  signal.addEventListener("abort", stop, { once: true });
  worker.on("message", (message: ForecastingMessage) => {
    if (message.kind === "progress") progress(message.share);
    else resolve(message.outcome);
  });
  worker.once("error", reject);
  worker.once("exit", (code) => reject(new Error(`The thread of the forecasts ended with ${code}.`)));
  try {
    return await promise;
  } finally {
    signal.removeEventListener("abort", stop);
    await worker.terminate();
  }
}
