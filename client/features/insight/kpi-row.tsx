import { Link } from "@tanstack/react-router";
import type { OverviewKpi } from "../../../shared/contracts/insight.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { VariancePin } from "../../charts/variance-pin.tsx";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { UpdatedNote } from "../../ui/just-updated.tsx";
import { SignalChip } from "../../ui/signal-chip.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { type Against, type ComparedFigure, comparedFigure } from "./compared-columns.ts";
import { useKpiSearch } from "./kpi-link.ts";
import { coverageNote, measureLine, missingNames, sparkLabel } from "./overview-facts.ts";

type KpiRowProps = {
  kpi: OverviewKpi;
  against: Against;
  period: Month;
  reach: number;
  isFresh: boolean;
  onOpen: () => void;
};

/** One KPI of the list. The whole row opens it for a pointer; for keys and readers its name is the link. */
export function KpiRow({ kpi, against, period, reach, isFresh, onOpen }: KpiRowProps) {
  const compared = comparedFigure(kpi, against);
  return (
    <tr className="kpi-row" onClick={onOpen}>
      <th scope="row">
        <NameCell kpi={kpi} period={period} isFresh={isFresh} />
      </th>
      <td className="col-spark">
        <SparkChart spark={kpi.spark} label={sparkLabel(kpi)} width={170} height={32} />
      </td>
      <td className="number figure-cell">{compared.shown}</td>
      <td className="number secondary col-wide">
        {compared.base}
        {compared.note === "" ? null : <span className="row-note">{compared.note}</span>}
      </td>
      <DifferenceCells compared={compared} reach={reach} />
      <td>
        <StatusMark status={kpi.status} word={kpi.statusWord} note={coverageNote(kpi)} />
      </td>
      <SignalCells kpi={kpi} />
    </tr>
  );
}

function NameCell({ kpi, period, isFresh }: Pick<KpiRowProps, "kpi" | "period" | "isFresh">) {
  const search = useKpiSearch();
  const locale = useLocale();
  return (
    <>
      <Link
        to="/kpis/$kpi"
        params={{ kpi: kpi.kpi }}
        search={search}
        className="row-link"
        onClick={(event) => event.stopPropagation()}
      >
        {kpi.name}
      </Link>
      <span className="row-note">
        <UpdatedNote isFresh={isFresh}>
          {kpi.period === period ? null : <>{monthText(kpi.period, locale)} · </>}
          <span className="wide-only">{measureLine(kpi)}</span>
          <span className="narrow-only">
            {[
              kpi.unitOfMeasure,
              kpi.target === null
                ? say("overview.noTargetShort")
                : say("overview.targetShort", { target: kpi.target.label.replace(" ", "\u00a0") }),
            ].join(" · ")}
          </span>
        </UpdatedNote>
      </span>
    </>
  );
}

function DifferenceCells({ compared, reach }: { compared: ComparedFigure; reach: number }) {
  const { variance, share } = compared;
  if (variance === null) {
    return (
      <>
        <td className="col-pin" />
        <td className="col-delta" />
      </>
    );
  }
  const tone = { true: "tone-good", false: "tone-bad", null: "secondary" }[`${variance.favourable}` as const];
  return (
    <>
      <td className="col-pin">
        <VariancePin share={share} favourable={variance.favourable} reach={reach} />
      </td>
      <td className={`number col-delta ${tone}`}>{variance.shown}</td>
    </>
  );
}

function SignalCells({ kpi }: { kpi: OverviewKpi }) {
  const { verdict, variationIcon } = kpi;
  const missing = kpi.status === "missing" ? missingNames(kpi) : null;
  if (missing !== null) {
    return (
      <td className="small secondary col-signal" colSpan={2}>
        {missing}
      </td>
    );
  }
  return (
    <>
      <td className="col-signal">
        <SignalChip variation={verdict.variation} icon={variationIcon} word={verdict.variationWord} />
      </td>
      <td className="small secondary col-wide">
        {verdict.outlookWord}
        {kpi.yearEnd === null || kpi.yearEnd.probability === null ? null : (
          <span className="row-note">{say("overview.year", { chance: kpi.yearEnd.shown.chance })}</span>
        )}
      </td>
    </>
  );
}
