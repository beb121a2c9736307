import { createRootRoute, createRoute, retainSearchParams } from "@tanstack/react-router";
import { readScope, SCOPE_KEYS, type ScopeSearch } from "./search.ts";
import { AppShell } from "./shell/app-shell.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";

export const root = createRootRoute({ notFoundComponent: NotFoundPage });

/** Everything behind the sign-in stands in it. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  validateSearch: (raw: Record<string, unknown>): ScopeSearch => readScope(raw),
  search: { middlewares: [retainSearchParams([...SCOPE_KEYS])] },
  component: AppShell,
  notFoundComponent: NotFoundPage,
});
