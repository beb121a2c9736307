import { actionsRouter } from "./actions/actions.router.ts";
import { auditRouter } from "./audit/audit.router.ts";
import { insightRouter } from "./insight/insight.router.ts";
import { kpisRouter } from "./kpis/kpis.router.ts";
import { objectivesRouter } from "./objectives/objectives.router.ts";
import { organisationRouter } from "./organisation/organisation.router.ts";
import { resultsRouter } from "./results/results.router.ts";
import { reviewsRouter } from "./reviews/reviews.router.ts";
import { snapshotsRouter } from "./snapshots/snapshots.router.ts";
import { strategyRouter } from "./strategy/strategy.router.ts";
import { router as createRouter } from "./trpc/trpc.ts";

/** All that the client can ask, as a tree of the product's words. */
export const router = createRouter({
  organisation: organisationRouter,
  actions: actionsRouter,
  audit: auditRouter,
  insight: insightRouter,
  kpis: kpisRouter,
  results: resultsRouter,
  reviews: reviewsRouter,
  snapshots: snapshotsRouter,
  strategy: strategyRouter,
  objectives: objectivesRouter,
});

export type Router = typeof router;
