import type { ApiRoute } from "./api-route.ts";
import { auditRoute } from "./audit-routes.ts";
import { openApiRoute } from "./openapi.ts";
import { unitsRoute } from "./organisation-routes.ts";

/** The table of contents of /api/v1. */
export const API_ROUTES: readonly ApiRoute[] = [unitsRoute, auditRoute, openApiRoute(() => API_ROUTES)];
