import { createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { SET_UP_STEPS, type SetUpStep } from "./features/organisation/set-up-steps.ts";
import { SignInPage } from "./features/organisation/sign-in-page.tsx";
import { LOOP_ROUTES } from "./loop-routes.tsx";
import { OPEN_ROUTES, PERSON_ROUTES } from "./mail-routes.tsx";
import {
  parseSearch,
  readBy,
  readChart,
  readExplain,
  readKpi,
  readOpen,
  readOverview,
  readPresent,
  readTab,
  readView,
  stringifySearch,
} from "./search.ts";
import { HomePage } from "./shell/home-page.tsx";
import { NotFoundPage } from "./shell/not-found-page.tsx";
import { root, shell } from "./shell-route.tsx";

/** The table of contents of the screens: those of the loop from policy to proof stand in a file of their own. */

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  validateSearch: (raw: Record<string, unknown>): { to?: string; refused?: string } => ({
    ...(typeof raw["to"] === "string" && /^\/(?!\/)/.test(raw["to"]) ? { to: raw["to"] } : {}),
    ...(raw["refused"] === "single-sign-on" ? { refused: raw["refused"] } : {}),
  }),
  component: SignInPage,
});

const setUp = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  validateSearch: (raw: Record<string, unknown>): { step?: SetUpStep } => {
    const step = SET_UP_STEPS.find((each) => each === raw["step"]);
    return step === undefined ? {} : { step };
  },
  component: lazyRouteComponent(() => import("./setup-route.tsx"), "SetUpRoute"),
});

const join = createRoute({
  getParentRoute: () => root,
  path: "/join",
  component: lazyRouteComponent(() => import("./features/organisation/join-page.tsx"), "JoinPage"),
});

const forgot = createRoute({
  getParentRoute: () => root,
  path: "/forgot",
  component: lazyRouteComponent(() => import("./features/organisation/forgot-page.tsx"), "ForgotPage"),
});

const home = createRoute({ getParentRoute: () => shell, path: "/", component: HomePage });

const overview = createRoute({
  getParentRoute: () => shell,
  path: "/overview",
  validateSearch: (raw: Record<string, unknown>) => ({ ...readOverview(raw), ...readOpen(raw) }),
  component: lazyRouteComponent(() => import("./overview-route.tsx"), "OverviewRoute"),
});

const kpi = createRoute({
  getParentRoute: () => shell,
  path: "/kpis/$kpi",
  validateSearch: (raw: Record<string, unknown>) => ({
    ...readView(raw, ["table", "units", "explain", "forecast", "target", "definition"] as const),
    ...readExplain(raw),
    ...readBy(raw),
    ...readChart(raw),
  }),
  component: lazyRouteComponent(() => import("./kpi-route.tsx"), "KpiRoute"),
});

const snapshots = createRoute({
  getParentRoute: () => shell,
  path: "/snapshots",
  component: lazyRouteComponent(() => import("./features/snapshots/snapshots-page.tsx"), "SnapshotsPage"),
});

const snapshotComparison = createRoute({
  getParentRoute: () => shell,
  path: "/snapshots/$id/compare/$with",
  component: lazyRouteComponent(() => import("./features/snapshots/comparison-page.tsx"), "ComparisonPage"),
  staticData: { hasScope: false },
});

const verify = createRoute({
  getParentRoute: () => shell,
  path: "/verify",
  component: lazyRouteComponent(() => import("./features/snapshots/verify-page.tsx"), "VerifyPage"),
  staticData: { hasScope: false },
});

const snapshot = createRoute({
  getParentRoute: () => shell,
  path: "/snapshots/$id",
  component: lazyRouteComponent(() => import("./snapshot-route.tsx"), "SnapshotRoute"),
  staticData: { hasScope: false },
});

const entry = createRoute({
  getParentRoute: () => shell,
  path: "/entry",
  validateSearch: readKpi,
  component: lazyRouteComponent(() => import("./features/results/entry-page.tsx"), "EntryPage"),
});

const learn = createRoute({
  getParentRoute: () => shell,
  path: "/learn",
  component: lazyRouteComponent(() => import("./features/insight/learn-page.tsx"), "LearnPage"),
  staticData: { hasScope: false },
});

const learnTopic = createRoute({
  getParentRoute: () => shell,
  path: "/learn/$topic",
  component: lazyRouteComponent(() => import("./features/insight/learn-page.tsx"), "TopicPage"),
  staticData: { hasScope: false },
});

const importing = createRoute({
  getParentRoute: () => shell,
  path: "/import",
  component: lazyRouteComponent(() => import("./features/results/import-page.tsx"), "ImportPage"),
  staticData: { hasScope: false },
});

const kpiHistory = createRoute({
  getParentRoute: () => shell,
  path: "/kpis/$kpi/history",
  validateSearch: (raw: Record<string, unknown>) => readTab(raw, ["corrections", "restatements"] as const),
  component: lazyRouteComponent(() => import("./features/results/kpi-history-page.tsx"), "KpiHistoryPage"),
});

const months = createRoute({
  getParentRoute: () => shell,
  path: "/months",
  validateSearch: (raw: Record<string, unknown>) => readTab(raw, ["approvals", "board", "deviations", "past"] as const),
  component: lazyRouteComponent(() => import("./features/results/months-page.tsx"), "MonthsPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  component: lazyRouteComponent(() => import("./features/organisation/settings-frame.tsx"), "SettingsFrame"),
  staticData: { hasScope: false },
});

const settingsOrganisation = createRoute({
  getParentRoute: () => settings,
  path: "organisation",
  component: lazyRouteComponent(() => import("./features/organisation/organisation-page.tsx"), "OrganisationPage"),
});
const settingsUnits = createRoute({
  getParentRoute: () => settings,
  path: "units",
  component: lazyRouteComponent(() => import("./features/organisation/units-page.tsx"), "UnitsPage"),
});
const settingsPeople = createRoute({
  getParentRoute: () => settings,
  path: "people",
  component: lazyRouteComponent(() => import("./features/organisation/people-page.tsx"), "PeoplePage"),
});
const settingsKeys = createRoute({
  getParentRoute: () => settings,
  path: "keys",
  component: lazyRouteComponent(() => import("./features/organisation/keys-page.tsx"), "KeysPage"),
});

const settingsMail = createRoute({
  getParentRoute: () => settings,
  path: "mail",
  component: lazyRouteComponent(() => import("./features/organisation/mail-page.tsx"), "MailPage"),
});

const trackRecord = createRoute({
  getParentRoute: () => shell,
  path: "/track-record",
  validateSearch: readKpi,
  component: lazyRouteComponent(() => import("./features/insight/track-record-page.tsx"), "TrackRecordPage"),
  staticData: { hasScope: false },
});

const present = createRoute({
  getParentRoute: () => shell,
  path: "/present",
  validateSearch: readPresent,
  component: lazyRouteComponent(() => import("./features/insight/presentation-page.tsx"), "PresentationPage"),
  staticData: { isBare: true },
});

const anything = createRoute({ getParentRoute: () => shell, path: "$", component: NotFoundPage });

const settingsTree = settings.addChildren([
  settingsOrganisation,
  settingsUnits,
  settingsPeople,
  settingsKeys,
  settingsMail,
]);

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    setUp,
    join,
    forgot,
    ...OPEN_ROUTES,
    shell.addChildren([
      ...[home, overview, kpi, kpiHistory, entry, months, importing, settingsTree],
      ...[snapshots, snapshot, snapshotComparison, verify],
      ...[trackRecord, learn, learnTopic, present, anything],
      ...LOOP_ROUTES,
      ...PERSON_ROUTES,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** False where the top bar shows neither period nor unit; "as-of" where it shows the day of the question alone. */
    hasScope?: boolean | "as-of";
    /** True where the page fills the screen, without side bar and top bar. */
    isBare?: boolean;
  }
}
