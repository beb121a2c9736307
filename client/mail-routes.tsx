import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { readPerson } from "./search.ts";
import { root, shell } from "./shell-route.tsx";

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: "/unsubscribe/$token",
  component: lazyRouteComponent(() => import("./features/organisation/unsubscribe-page.tsx"), "UnsubscribePage"),
});

const you = createRoute({
  getParentRoute: () => shell,
  path: "/you",
  validateSearch: (raw: Record<string, unknown>) => readPerson(raw),
  component: lazyRouteComponent(() => import("./features/organisation/you-page.tsx"), "YouPage"),
  staticData: { hasScope: false },
});

/** What mails and links lead to: without signing in, and behind it. */
export const OPEN_ROUTES = [unsubscribe] as const;
export const PERSON_ROUTES = [you] as const;
