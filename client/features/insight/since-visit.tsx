import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { api } from "../../api.ts";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { formatInstant } from "../../ui/format.ts";
import { useKpiSearch } from "./kpi-link.ts";
import { keepVisit, keptVisit, type Visit, visitAt } from "./last-visit.ts";
import { type Change, changesLine, changesSince } from "./visit-facts.ts";
import "./since-visit.css";

/** What has changed since one was last here, until one has seen it. Screens of another day have a card of their own. */
export function SinceVisit({ view }: { view: OverviewView }) {
  const { code } = useSession().person;
  const [visit] = useState<Visit>(() => visitAt(keptVisit(code), new Date()));
  const [isSeen, setSeen] = useState(false);
  useEffect(() => keepVisit(code, visit), [code, visit]);
  const dismiss = () => {
    setSeen(true);
    keepVisit(code, { ...visit, since: visit.seen });
  };
  if (isSeen || view.asOf !== null || visit.since === visit.seen) return null;
  if (visit.since === null) {
    return (
      <aside className="since-visit small" aria-label={say("leader.visitTitle")}>
        <p>{say("leader.visitFirst")}</p>
        <Button onClick={dismiss}>{say("leader.seen")}</Button>
      </aside>
    );
  }
  return <Changed view={view} since={visit.since} onSeen={dismiss} />;
}

type ChangedProps = { view: OverviewView; since: string; onSeen: () => void };

function Changed({ view, since, onSeen }: ChangedProps) {
  const { locale, timeZone } = useSession().organisation;
  const asked = { unit: view.unit.code, period: view.period, asOf: since };
  const earlier = useQuery(api.insight.overview.queryOptions(asked));
  const corrections = useQuery(api.insight.corrections.queryOptions(asked));
  if (earlier.data === undefined || corrections.data === undefined) return null;
  const changes = changesSince(earlier.data, view, corrections.data);
  const line = changesLine(changes);
  const when = formatInstant(since, locale, timeZone);
  return (
    <aside className="since-visit small" aria-label={say("leader.visitTitle")}>
      {line === "" ? (
        <p>{say("leader.visitNothing", { when })}</p>
      ) : (
        <details>
          <summary>{say("leader.visitSince", { when, changes: line })}</summary>
          <ul>
            {[...changes.signals, ...changes.statuses].map((change) => (
              <li key={`${change.kpi} ${change.after}`}>
                <ChangeLine change={change} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <Button onClick={onSeen}>{say("leader.seen")}</Button>
    </aside>
  );
}

function ChangeLine({ change: { kpi, name, before, after } }: { change: Change }) {
  const search = useKpiSearch();
  return (
    <>
      <Link to="/kpis/$kpi" params={{ kpi }} search={search}>
        {name}
      </Link>{" "}
      {say("leader.fromTo", { before, after })}
    </>
  );
}
