import { Link, Navigate, Outlet, useMatches } from "@tanstack/react-router";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import "./settings.css";

const SECTIONS = [
  { to: "/settings/organisation", label: "Organisation", action: "change-settings" },
  { to: "/settings/units", label: "Units", action: "edit-units" },
  { to: "/settings/people", label: "People and roles", action: "manage-people" },
  { to: "/settings/mail", label: "Mail and jobs", action: "change-settings" },
  { to: "/settings/keys", label: "API keys", action: "manage-api-keys" },
] as const;

/** The settings that the person may change, a page for each. */
export function SettingsFrame() {
  useTitle("Settings");
  const { person } = useSession();
  const isIndex = useMatches().at(-1)?.fullPath.replace(/\/$/, "") === "/settings";
  const sections = SECTIONS.filter(({ action }) => person.may.includes(action));
  const [first] = sections;
  if (first === undefined) {
    return (
      <EmptyState title="There is nothing here that you may set">
        Settings are looked after by an administrator, units by a quality manager.
      </EmptyState>
    );
  }
  if (isIndex) return <Navigate to={first.to} replace />;
  return (
    <>
      <div className="page-head">
        <h1>Settings</h1>
      </div>
      <nav className="settings-nav" aria-label="Settings">
        {sections.map(({ to, label }) => (
          <Link key={to} to={to} className="settings-link">
            {label}
          </Link>
        ))}
        {person.may.includes("change-settings") ? (
          <Link to="/setup" className="settings-link">
            Setting up
          </Link>
        ) : null}
      </nav>
      <Outlet />
    </>
  );
}
