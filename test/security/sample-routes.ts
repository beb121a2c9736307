import { NEWEST } from "../support/filled-world.ts";
import type { SampleCall } from "./sample-call.ts";

const importOf = (): SampleCall => ({ scope: "anywhere", input: () => "nothing\n", query: () => "?dryRun=true" });
const list: SampleCall = { scope: "unit", query: (unit) => `?unit=${unit}` };
const kpi = (rest: string): SampleCall => ({
  scope: "unit",
  path: () => `/api/v1/kpis/COMPLAINTS/${rest}`,
  query: (unit) => `?unit=${unit}&period=${NEWEST}`,
});

export const ROUTE_CALLS: Readonly<Record<string, SampleCall>> = {
  "GET /healthz": { scope: "open" },
  "GET /readyz": { scope: "open" },
  "GET /metrics": { scope: "open" },
  "POST /api/auth/sign-in/email": { scope: "open", input: () => ({ email: "a@b.example", password: "x" }) },
  "POST /api/auth/sign-out": { scope: "open", input: () => ({}) },
  "GET /api/auth/get-session": { scope: "open" },
  "POST /api/auth/sign-in/social": { scope: "open", input: () => ({}) },
  "GET /api/auth/callback/:provider": { scope: "open", path: () => "/api/auth/callback/oidc" },
  "POST /api/auth/change-password": {
    scope: "anywhere",
    input: () => ({ currentPassword: "x", newPassword: "quiet harbour lantern" }),
  },
  "GET /api/live": { scope: "anywhere" },
  "POST /demo/sign-in": { scope: "open", input: () => ({ person: "admin" }) },
  "POST /unsubscribe/:token": { scope: "open", path: () => "/unsubscribe/r~made-up~nobody", input: () => ({}) },
  "GET /api/v1/openapi.json": { scope: "open" },
  "GET /api/v1/units": list,
  "GET /api/v1/kpis": { scope: "anywhere" },
  "GET /api/v1/objectives": list,
  "GET /api/v1/targets": list,
  "GET /api/v1/results": list,
  "PUT /api/v1/results": {
    scope: "unit",
    input: (unit) => ({ results: [{ unit, kpi: "COMPLAINTS", period: NEWEST, value: 3 }] }),
  },
  "GET /api/v1/actions": list,
  "GET /api/v1/policies": list,
  "GET /api/v1/themes": list,
  "GET /api/v1/needs": list,
  "GET /api/v1/risks": list,
  "GET /api/v1/commitments": list,
  "GET /api/v1/trainings": list,
  "GET /api/v1/training-records": list,
  "GET /api/v1/reviews": list,
  "GET /api/v1/decisions": list,
  "GET /api/v1/overview": list,
  "GET /api/v1/track-record": { scope: "anywhere" },
  "GET /api/v1/kpis/:code/analysis": kpi("analysis"),
  "GET /api/v1/kpis/:code/units": kpi("units"),
  "GET /api/v1/kpis/:code/chart.:ending": kpi("chart.csv"),
  "GET /api/v1/kpis/:code/history.csv": kpi("history.csv"),
  "GET /api/v1/kpis/:code/phases": kpi("phases"),
  "GET /api/v1/kpis/:code/explain": kpi("explain"),
  "GET /api/v1/imports/:kind/template.:ending": {
    scope: "anywhere",
    path: () => "/api/v1/imports/kpis/template.csv",
  },
  "POST /api/v1/imports/units": importOf(),
  "POST /api/v1/imports/themes": importOf(),
  "POST /api/v1/imports/kpis": importOf(),
  "POST /api/v1/imports/assignments": importOf(),
  "POST /api/v1/imports/targets": importOf(),
  "POST /api/v1/imports/people": importOf(),
  "POST /api/v1/imports/results": importOf(),
  "POST /api/v1/snapshots": { scope: "unit", input: (unit) => ({ unit, period: NEWEST, label: "x" }) },
  "GET /api/v1/snapshots": { scope: "anywhere" },
  "GET /api/v1/snapshots/:id.:format": {
    scope: "anywhere",
    path: () => "/api/v1/snapshots/01a2057c-8fab-7a5b-823c-9c8884133538.csv",
  },
  "GET /api/v1/exports/:id": {
    scope: "anywhere",
    path: () => "/api/v1/exports/01a2057c-8fab-4a5b-823c-9c8884133538",
  },
  "GET /api/v1/reviews/:code/minutes.:format": {
    scope: "anywhere",
    path: () => "/api/v1/reviews/R-9999/minutes.json",
  },
  "GET /api/v1/audit": { scope: "anywhere" },
  "GET /api/v1/evidence.html": { scope: "anywhere" },
};
