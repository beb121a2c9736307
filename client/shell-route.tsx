import { createRootRoute, createRoute, retainSearchParams } from "@tanstack/react-router";
import { type LanguageSearch, readLanguage, readScope, SCOPE_KEYS, type ScopeSearch } from "./search.ts";
import { AppShell } from "./shell/app-shell.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { RootPage } from "./shell/root-page.tsx";

/** Above every screen: the language that an address may ask for stays in it from screen to screen. */
export const root = createRootRoute({
  validateSearch: (raw: Record<string, unknown>): LanguageSearch => readLanguage(raw),
  search: { middlewares: [retainSearchParams(["lang"])] },
  component: RootPage,
  notFoundComponent: NotFoundPage,
});

/** Everything behind the sign-in stands in it. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  validateSearch: (raw: Record<string, unknown>): ScopeSearch => readScope(raw),
  search: { middlewares: [retainSearchParams([...SCOPE_KEYS])] },
  component: AppShell,
  notFoundComponent: NotFoundPage,
});
