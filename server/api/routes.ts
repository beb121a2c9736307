import { actionsRoute } from "./action-routes.ts";
import type { ApiRoute } from "./api-route.ts";
import { auditRoute } from "./audit-routes.ts";
import { kpiChartRoute } from "./chart-routes.ts";
import { evidenceRoute } from "./evidence-route.ts";
import { explainRoute } from "./explain-route.ts";
import { kpiHistoryRoute } from "./history-routes.ts";
import { importRoutes } from "./import-routes.ts";
import { analysisRoute, kpiUnitsRoute, overviewRoute } from "./insight-routes.ts";
import { kpisRoute } from "./kpi-routes.ts";
import { LOOP_ROUTES } from "./loop-routes.ts";
import { minutesRoute } from "./minutes-routes.ts";
import { objectivesRoute } from "./objective-routes.ts";
import { openApiRoute } from "./openapi.ts";
import { unitsRoute } from "./organisation-routes.ts";
import { phasesRoute } from "./phase-routes.ts";
import { putResultsRoute, resultsRoute } from "./result-routes.ts";
import { exportedFileRoute, snapshotFileRoute, snapshotsRoute, takeSnapshotRoute } from "./snapshot-routes.ts";
import { targetsRoute } from "./target-routes.ts";
import { importTemplateRoute } from "./template-routes.ts";
import { trackRecordRoute } from "./track-record-route.ts";

/** The table of contents of /api/v1. */
export const API_ROUTES: readonly ApiRoute[] = [
  unitsRoute,
  kpisRoute,
  objectivesRoute,
  targetsRoute,
  resultsRoute,
  putResultsRoute,
  ...importRoutes,
  importTemplateRoute,
  actionsRoute,
  ...LOOP_ROUTES,
  overviewRoute,
  analysisRoute,
  kpiUnitsRoute,
  kpiChartRoute,
  kpiHistoryRoute,
  phasesRoute,
  explainRoute,
  trackRecordRoute,
  takeSnapshotRoute,
  snapshotsRoute,
  snapshotFileRoute,
  exportedFileRoute,
  minutesRoute,
  auditRoute,
  evidenceRoute,
  openApiRoute(() => API_ROUTES),
];
