import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";
import { pinReach } from "../../charts/variance-scale.ts";
import { useLocale } from "../../shell/session.tsx";
import { UpdatedAloud, useJustUpdated } from "../../ui/just-updated.tsx";
import { type Against, comparedFigure, figureHeads } from "./compared-columns.ts";
import { HelpHint } from "./help-hint.tsx";
import { useKpiSearch } from "./kpi-link.ts";
import { KpiRow } from "./kpi-row.tsx";
import { kpiGroups } from "./overview-facts.ts";
import { useRowKeys } from "./use-row-keys.ts";
import "../../ui/table.css";
import "./overview.css";
import { say, sayWith } from "../../text/say.ts";

/** Every KPI of the unit, by objective, held against its target unless asked otherwise. `j` and `k` move between rows. */
export function KpiList({ view, against = "target" }: { view: OverviewView; against?: Against }) {
  const locale = useLocale();
  const navigate = useNavigate();
  const search = useKpiSearch();
  const body = useRef<HTMLTableElement>(null);
  useRowKeys(body);
  const fresh = useJustUpdated(
    `${view.unit.code} ${view.period} ${view.asOf}`,
    new Map(view.kpis.map(({ kpi, shown, status }) => [kpi, `${shown} ${status}`])),
  );
  const groups = kpiGroups(view);
  const reach = pinReach(view.kpis.map((kpi) => comparedFigure(kpi, against).share));
  const heads = figureHeads(against, view.period, locale);
  const months = view.kpis[0]?.spark.months.length ?? 0;
  return (
    <>
      <UpdatedAloud names={view.kpis.filter(({ kpi }) => fresh.has(kpi)).map(({ name }) => name)} />
      <table className="table kpi-table" ref={body}>
        <thead>
          <tr>
            <th scope="col">{say("words.kpi")}</th>
            <th scope="col" className="col-spark">
              {sayWith(
                "overview.sparkHead",
                {
                  rangeHelp: <HelpHint key="range" topic="usual-range" word={say("words.term.usualRange")} />,
                  targetHelp: <HelpHint key="target" topic="targets" word={say("words.term.target")} />,
                },
                { months },
              )}
            </th>
            <th scope="col" className="number">
              {heads.actual}
            </th>
            <th scope="col" className="number col-wide">
              {heads.base}
            </th>
            <th scope="col" className="number col-delta" colSpan={2}>
              {heads.delta}
            </th>
            <th scope="col">
              {say("words.status")} <HelpHint topic="status" word={say("words.term.status")} />
            </th>
            <th scope="col" className="col-signal">
              {say("words.signal")} <HelpHint topic="variation" word={say("words.term.signal")} />
            </th>
            <th scope="col" className="col-wide">
              {say("words.outlook")} <HelpHint topic="outlook" word={say("words.term.outlook")} />
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={`${group.kind} ${group.code}`}>
            <tr className="group-row">
              <th scope="rowgroup" colSpan={9}>
                <span>{group.name}</span>
                <span className="muted group-sentence">{group.sentence}</span>
              </th>
            </tr>
            {group.kpis.map((kpi) => (
              <KpiRow
                key={kpi.kpi}
                kpi={kpi}
                against={against}
                reach={reach}
                isFresh={fresh.has(kpi.kpi)}
                period={view.period}
                onOpen={() => void navigate({ to: "/kpis/$kpi", params: { kpi: kpi.kpi }, search })}
              />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}
