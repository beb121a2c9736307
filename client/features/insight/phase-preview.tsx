import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { PhasePreview, PhaseReading } from "../../../shared/contracts/kpi-notes.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { SpcChart } from "../../charts/spc-chart.tsx";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { SignalChip } from "../../ui/signal-chip.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { changeText, inOrder, varianceNote } from "./kpi-facts.ts";
import { sharedReach } from "./phase-facts.ts";

type PreviewProps = { view: KpiView; from: Month; isWithdrawal?: boolean };

/** The chart with its words as it is, and as it would be: seen before anything is saved. */
export function PhasePreviewFigures({ view, from, isWithdrawal = false }: PreviewProps) {
  const input = { kpi: view.kpi, unit: view.unit.code, period: view.period, from, withdraw: isWithdrawal };
  const preview = useQuery(api.kpis.previewPhase.queryOptions(input, { placeholderData: keepPreviousData }));
  if (preview.error !== null) return <p className="field-error">{failureOf(preview.error).message}</p>;
  if (preview.data === undefined) {
    return (
      <Waiting what={say("tabs.theEffect")}>
        <Skeleton height={420} />
      </Waiting>
    );
  }
  const { data } = preview;
  return (
    <section aria-label={say("tabs.wouldChange")} className={preview.isPlaceholderData ? "dimmed" : undefined}>
      <div className="phase-sides">
        <Side title={say("words.now")} side={data.before} preview={data} view={view} />
        <Side title={say("tabs.ifSaved")} side={data.after} preview={data} view={view} />
      </div>
      <ul className="phase-effects" aria-live="polite">
        {data.effects.map(({ text, warns }) => (
          <li key={text} className={warns ? "phase-warning" : "secondary"}>
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

type SideProps = { title: string; side: PhaseReading; preview: PhasePreview; view: KpiView };

function Side({ title, side, preview, view }: SideProps) {
  const { fiscalYearStart, locale } = useSession().organisation;
  const { decimals, direction, unitOfMeasure } = preview;
  const picture = { ...side, decimals, direction, plans: [], annotations: [], reach: sharedReach(preview) };
  return (
    <figure className="phase-side">
      <figcaption>
        <h3>{title}</h3>
        <p>
          <SignalChip variation={side.variation} icon={side.variationIcon} word={side.variationWord} />{" "}
          <span className="small secondary">{side.outlookWord}</span>
        </p>
        <p className="small phase-sentence">{side.sentence}</p>
      </figcaption>
      <SpcChart
        view={picture}
        name={`${title}: ${side.sentence}`}
        description={inOrder(side.segments.map(({ label }) => label))}
        unitOfMeasure={unitOfMeasure}
        fiscalYearStart={fiscalYearStart}
        locale={locale}
        changeText={changeText(side, locale)}
        varianceName={say("tabs.sideDifference", { side: title, title: view.title })}
        varianceNote={varianceNote(preview)}
      />
    </figure>
  );
}
