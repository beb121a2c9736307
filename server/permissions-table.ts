import type { Needed } from "./access/authorise.ts";

/**
 * What each call needs, denied by default: a procedure or route that stands in no line is refused to everyone. Where a
 * line names an action, the service judges it once more for the unit of the stored record, inside its transaction.
 */
export const PROCEDURES: Readonly<Record<string, Needed>> = {
  "organisation.session": "anyone",
  "organisation.setUp": "anyone",
  "organisation.leaveDemonstration": "change-settings",
  "organisation.readInvitation": "anyone",
  "organisation.acceptInvitation": "anyone",
  "organisation.settings": "signed-in",
  "organisation.changeSettings": "change-settings",
  "organisation.people": "manage-people",
  "organisation.addPerson": "manage-people",
  "organisation.invite": "manage-people",
  "organisation.sayPersonState": "manage-people",
  "organisation.grantRole": "manage-people",
  "organisation.withdrawRole": "manage-people",
  "organisation.keys": "manage-api-keys",
  "organisation.createKey": "manage-api-keys",
  "organisation.revokeKey": "manage-api-keys",
  "insight.overview": "read",
  "insight.kpi": "read",
  "insight.units": "read",
  "results.entry": "read",
  "results.enter": "enter-results",
  "results.submit": "enter-results",
  "results.history": "read",
  "snapshots.take": "take-snapshot",
  "snapshots.list": "read",
  "snapshots.get": "read",
};

/** The routes beside tRPC. */
export const ROUTES: Readonly<Record<string, Needed>> = {
  "GET /healthz": "anyone",
  "GET /readyz": "anyone",
  "GET /metrics": "anyone",
  "POST /api/auth/sign-in/email": "anyone",
  "POST /api/auth/sign-out": "anyone",
  "GET /api/auth/get-session": "anyone",
  "POST /api/auth/change-password": "signed-in",
  "POST /demo/sign-in": "anyone",
  "GET /api/v1/openapi.json": "anyone",
  "GET /api/v1/units": "read",
  "GET /api/v1/kpis": "read",
  "GET /api/v1/objectives": "read",
  "GET /api/v1/targets": "read",
  "GET /api/v1/results": "read",
  "GET /api/v1/overview": "read",
  "GET /api/v1/kpis/:code/analysis": "read",
  "GET /api/v1/kpis/:code/units": "read",
  "POST /api/v1/snapshots": "take-snapshot",
  "GET /api/v1/snapshots": "read",
  "GET /api/v1/snapshots/:id.:format": "export-snapshot",
  "GET /api/v1/audit": "read-audit",
};
