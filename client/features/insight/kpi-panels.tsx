import { Link } from "@tanstack/react-router";
import { sharedScales } from "../../../shared/charts/shared-scales.ts";
import type { OverviewKpi, OverviewView } from "../../../shared/contracts/insight.ts";
import { SparkChart } from "../../charts/spark-chart.tsx";
import type { OverviewSearch } from "../../search.ts";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { SignalChip } from "../../ui/signal-chip.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { useKpiSearch } from "./kpi-link.ts";
import { coverageNote, sparkLabel } from "./overview-facts.ts";
import { panelOrder, scaleText } from "./panel-facts.ts";

const ORDERS = [
  { value: "objective", message: "leader.byObjective" },
  { value: "worst", message: "leader.worstFirst" },
  { value: "owner", message: "leader.byOwner" },
] as const;

type KpiPanelsProps = {
  view: OverviewView;
  sort: OverviewSearch["sort"];
  onSort: (sort: OverviewSearch["sort"]) => void;
};

/** Every KPI as a chart of one size and one grammar; charts of one unit of measure share their scale where that shows them. */
export function KpiPanels({ view, sort, onSort }: KpiPanelsProps) {
  const locale = useLocale();
  const scales = sharedScales(view.kpis.map(({ kpi: key, unitOfMeasure, spark }) => ({ key, unitOfMeasure, spark })));
  return (
    <>
      <div className="panels-tools">
        <p className="small secondary">{say("leader.panelKey", { months: view.kpis[0]?.spark.months.length ?? 0 })}</p>
        <Segmented
          label={say("leader.order")}
          value={sort ?? "objective"}
          options={ORDERS.map((each) => ({ value: each.value, label: say(each.message) }))}
          onChange={(value) => onSort(value === "objective" ? undefined : value)}
        />
      </div>
      <ul className="kpi-panels">
        {panelOrder(view, sort).map((kpi) => {
          const scale = scales.get(kpi.kpi);
          return (
            <li key={kpi.kpi} className="kpi-panel">
              <Panel kpi={kpi} domain={scale?.domain} note={scale === undefined ? "" : scaleText(kpi, scale, locale)} />
            </li>
          );
        })}
      </ul>
    </>
  );
}

type PanelProps = { kpi: OverviewKpi; domain: readonly [number, number] | undefined; note: string };

function Panel({ kpi, domain, note }: PanelProps) {
  const search = useKpiSearch();
  return (
    <>
      <div className="kpi-panel-head">
        <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={search} className="card-link">
          {kpi.name}
        </Link>
        <strong>{kpi.shown}</strong>
      </div>
      <SparkChart spark={kpi.spark} label={sparkLabel(kpi)} width={280} height={84} domain={domain} />
      <p className="small muted">{note}</p>
      <div className="kpi-panel-foot">
        <StatusMark status={kpi.status} word={kpi.statusWord} note={coverageNote(kpi)} />
        <SignalChip variation={kpi.verdict.variation} icon={kpi.variationIcon} word={kpi.verdict.variationWord} />
      </div>
    </>
  );
}
