import { useQuery } from "@tanstack/react-query";
import { Outlet, useMatches, useNavigate, useRouter } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import type { SessionView } from "../../shared/contracts/organisation.ts";
import { api } from "../api.ts";
import { failureOf } from "../failure.ts";
import { buttonClass } from "../ui/button.tsx";
import { ErrorCard } from "../ui/message-card.tsx";
import { Skeleton, SkeletonRows, Waiting } from "../ui/skeleton.tsx";
import { Banners } from "./banners.tsx";
import { Navigation } from "./navigation.tsx";
import { ActionsPlace } from "./page-actions.tsx";
import { QuickAccess } from "./quick-access.tsx";
import { ScopeBar } from "./scope-bar.tsx";
import { inReadersLocale, isSignedIn, SessionContext } from "./session.tsx";
import { useLiveUpdates } from "./use-live-updates.ts";
import "./app-shell.css";
import { say, useSpokenLanguage } from "../text/say.ts";

/** Everything behind the sign-in: side bar, top bar, and the page between them. */
export function AppShell() {
  const session = useQuery(api.organisation.session.queryOptions());
  if (session.data !== undefined) return <Entered session={session.data} />;
  if (session.error !== null) {
    const failure = failureOf(session.error);
    if (failure.code === "no-organisation") return <ToSetUp />;
    return (
      <main className="page">
        <ErrorCard
          title={say("shell.noStart")}
          message={failure.message}
          reference={failure.reference}
          onRetry={() => void session.refetch()}
        />
      </main>
    );
  }
  return (
    <main className="page">
      <Waiting what={say("shell.session")}>
        <Skeleton width={360} height={32} />
        <SkeletonRows rows={8} />
      </Waiting>
    </main>
  );
}

function Entered({ session }: { session: SessionView }) {
  const spoken = useSpokenLanguage();
  const told = useMemo(() => (isSignedIn(session) ? inReadersLocale(session, spoken) : null), [session, spoken]);
  if (told === null) return <ToSignIn />;
  return (
    <SessionContext value={told}>
      <LiveUpdates />
      <Rooms />
    </SessionContext>
  );
}

function LiveUpdates() {
  useLiveUpdates();
  return null;
}

/** The page with bars around it, or alone where it fills the screen. */
function Rooms() {
  const [place, setPlace] = useState<HTMLElement | null>(null);
  const isBare = useMatches().some((match) => match.staticData.isBare === true);
  if (isBare) return <Outlet />;
  return (
    <ActionsPlace value={place}>
      <a className={`${buttonClass("primary")} skip-link`} href="#main">
        Skip to the page
      </a>
      <div className="app">
        <Navigation />
        <div>
          <Banners />
          <header className="top">
            <ScopeBar />
            <QuickAccess />
            <div className="top-actions" ref={setPlace} />
          </header>
          <main className="page" id="main" tabIndex={-1}>
            <Outlet />
          </main>
        </div>
      </div>
    </ActionsPlace>
  );
}

/** Where there is no organisation yet there is nothing to sign in to. */
function ToSetUp() {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: "/setup", replace: true });
  }, [navigate]);
  return null;
}

/** Leads to the door, once, and remembers where one wanted to go. */
function ToSignIn() {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    const { href } = router.state.location;
    void navigate({ to: "/sign-in", search: href === "/" ? {} : { to: href }, replace: true });
  }, [navigate, router]);
  return null;
}
