import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { type ActionSearch, readFilter } from "./features/actions/action-facts.ts";
import { shell } from "./shell-route.tsx";

const direction = createRoute({
  getParentRoute: () => shell,
  path: "/policy",
  component: lazyRouteComponent(() => import("./features/strategy/direction-page.tsx"), "DirectionPage"),
  staticData: { hasScope: "as-of" },
});

const strategy = createRoute({
  getParentRoute: () => shell,
  path: "/strategy",
  validateSearch: (raw: Record<string, unknown>): { card?: string | undefined; way?: "matrix" | undefined } => ({
    ...(typeof raw["card"] === "string" ? { card: raw["card"] } : {}),
    ...(raw["way"] === "matrix" ? { way: "matrix" } : {}),
  }),
  component: lazyRouteComponent(() => import("./features/strategy/strategy-page.tsx"), "StrategyPage"),
});

const context = createRoute({
  getParentRoute: () => shell,
  path: "/context",
  component: lazyRouteComponent(() => import("./features/strategy/context-page.tsx"), "ContextPage"),
  staticData: { hasScope: false },
});

const objectives = createRoute({
  getParentRoute: () => shell,
  path: "/objectives",
  component: lazyRouteComponent(() => import("./features/objectives/objectives-page.tsx"), "ObjectivesPage"),
});

const objective = createRoute({
  getParentRoute: () => shell,
  path: "/objectives/$code",
  component: lazyRouteComponent(() => import("./features/objectives/objective-page.tsx"), "ObjectivePage"),
});

const commitments = createRoute({
  getParentRoute: () => shell,
  path: "/commitments",
  component: lazyRouteComponent(() => import("./features/objectives/commitments-page.tsx"), "CommitmentsPage"),
  staticData: { hasScope: false },
});

const actions = createRoute({
  getParentRoute: () => shell,
  path: "/actions",
  validateSearch: (raw: Record<string, unknown>): ActionSearch => readFilter(raw),
  component: lazyRouteComponent(() => import("./features/actions/actions-page.tsx"), "ActionsPage"),
});

const action = createRoute({
  getParentRoute: () => shell,
  path: "/actions/$action",
  component: lazyRouteComponent(() => import("./features/actions/action-page.tsx"), "ActionPage"),
  staticData: { hasScope: false },
});

const reviews = createRoute({
  getParentRoute: () => shell,
  path: "/reviews",
  component: lazyRouteComponent(() => import("./features/reviews/reviews-page.tsx"), "ReviewsPage"),
});

const review = createRoute({
  getParentRoute: () => shell,
  path: "/reviews/$review",
  validateSearch: (raw: Record<string, unknown>): { step?: string; show?: "meeting" | "minutes" } => ({
    ...(typeof raw["step"] === "string" ? { step: raw["step"] } : {}),
    ...(raw["show"] === "meeting" || raw["show"] === "minutes" ? { show: raw["show"] } : {}),
  }),
  component: lazyRouteComponent(() => import("./features/reviews/review-page.tsx"), "ReviewPage"),
  staticData: { hasScope: false },
});

const decision = createRoute({
  getParentRoute: () => shell,
  path: "/decisions/$decision",
  component: lazyRouteComponent(() => import("./features/reviews/decision-page.tsx"), "DecisionPage"),
  staticData: { hasScope: false },
});

const trainings = createRoute({
  getParentRoute: () => shell,
  path: "/trainings",
  component: lazyRouteComponent(() => import("./features/actions/trainings-page.tsx"), "TrainingsPage"),
  staticData: { hasScope: "as-of" },
});

const clauses = createRoute({
  getParentRoute: () => shell,
  path: "/clauses",
  component: lazyRouteComponent(() => import("./features/audit/clauses-page.tsx"), "ClausesPage"),
  staticData: { hasScope: "as-of" },
});

/** The screens from policy to proof, in the order of the loop. */
export const LOOP_ROUTES = [
  ...[context, direction, strategy, objectives, objective, commitments, actions, action, trainings],
  ...[reviews, review, decision, clauses],
] as const;
