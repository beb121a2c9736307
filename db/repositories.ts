import { actionsReader, actionsWriter } from "./repositories/actions.ts";
import { agreementReader, agreementWriter } from "./repositories/agreement.ts";
import { auditReader } from "./repositories/audit.ts";
import { contextReader, contextWriter } from "./repositories/context.ts";
import { dutiesReader, dutiesWriter } from "./repositories/duties.ts";
import { forecastsReader, forecastsWriter } from "./repositories/forecasts.ts";
import { idempotencyRepository } from "./repositories/idempotency.ts";
import { insightReader } from "./repositories/insight.ts";
import { jobsRepository } from "./repositories/jobs.ts";
import { kpiReader, kpiWriter } from "./repositories/kpis.ts";
import { meetingsReader, meetingsWriter } from "./repositories/meetings.ts";
import { missesReader, missesWriter } from "./repositories/misses.ts";
import { noticesReader, noticesWriter } from "./repositories/notices.ts";
import { objectivesReader, objectivesWriter } from "./repositories/objectives.ts";
import { organisationReader, organisationWriter } from "./repositories/organisation.ts";
import { peopleReader, peopleWriter } from "./repositories/people.ts";
import { resultsReader, resultsWriter } from "./repositories/results.ts";
import { reviewsReader, reviewsWriter } from "./repositories/reviews.ts";
import { snapshotsReader, snapshotsWriter } from "./repositories/snapshots.ts";
import { strategyReader, strategyWriter } from "./repositories/strategy.ts";
import { trainingsReader, trainingsWriter } from "./repositories/trainings.ts";
import type { Reading, Writing } from "./writing.ts";

/** Every repository, as it reads at one moment. Jobs and idempotency keys are no record and know one moment only: now. */
export function readingsOf(reading: Reading) {
  return {
    actions: { ...actionsReader(reading), ...missesReader(reading) },
    agreement: agreementReader(reading),
    audit: auditReader(reading),
    context: contextReader(reading),
    duties: dutiesReader(reading),
    forecasts: forecastsReader(reading),
    idempotency: idempotencyRepository(reading),
    insight: insightReader(reading),
    jobs: jobsRepository(reading),
    kpis: kpiReader(reading),
    notices: noticesReader(reading),
    objectives: objectivesReader(reading),
    organisation: organisationReader(reading),
    people: peopleReader(reading),
    results: resultsReader(reading),
    reviews: { ...reviewsReader(reading), ...meetingsReader(reading) },
    snapshots: snapshotsReader(reading),
    strategy: strategyReader(reading),
    trainings: trainingsReader(reading),
  };
}
export type Readings = ReturnType<typeof readingsOf>;

/** Every repository inside a command: it reads what the command has written so far, and writes. */
export function writingsOf(writing: Writing) {
  const readings = readingsOf(writing);
  return {
    ...readings,
    agreement: { ...readings.agreement, ...agreementWriter(writing) },
    context: { ...readings.context, ...contextWriter(writing) },
    actions: { ...readings.actions, ...actionsWriter(writing), ...missesWriter(writing) },
    duties: { ...readings.duties, ...dutiesWriter(writing) },
    forecasts: { ...readings.forecasts, ...forecastsWriter(writing) },
    kpis: { ...readings.kpis, ...kpiWriter(writing) },
    notices: { ...readings.notices, ...noticesWriter(writing) },
    objectives: { ...readings.objectives, ...objectivesWriter(writing) },
    organisation: organisationWriter(writing),
    people: peopleWriter(writing),
    results: { ...readings.results, ...resultsWriter(writing) },
    reviews: { ...readings.reviews, ...reviewsWriter(writing), ...meetingsWriter(writing) },
    snapshots: { ...readings.snapshots, ...snapshotsWriter(writing) },
    strategy: { ...readings.strategy, ...strategyWriter(writing) },
    trainings: { ...readings.trainings, ...trainingsWriter(writing) },
  };
}
export type Writings = ReturnType<typeof writingsOf>;
