import { parentPort, workerData } from "node:worker_threads";
import { openStore } from "../../db/store.ts";
import { forecastYear } from "../../shared/domain/statistics/year-forecast.ts";
import { recordForecasts } from "../insight/forecast-record.service.ts";
import type { ImportPlace } from "../service.ts";

/** Where the thread finds the database. */
export type ForecastingWork = ImportPlace;
export type ForecastingMessage =
  | { readonly kind: "progress"; readonly share: number }
  | { readonly kind: "done"; readonly outcome: { readonly made: number; readonly scored: number } };

const post = (message: ForecastingMessage) => parentPort?.postMessage(message);

if (parentPort !== null) {
  const { place, auditKey } = workerData as ForecastingWork;
  const store = await openStore({ ...place, auditKey, clock: Date.now });
  try {
    const outcome = await recordForecasts({
      ...{ store, now: Date.now },
      forecast: async (questions) => questions.map((question) => forecastYear({ question })),
      isStopped: () => false,
      progress: (share) => post({ kind: "progress", share }),
    });
    post({ kind: "done", outcome });
  } finally {
    await store.close();
  }
}
