import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import type { WorkshopView } from "../../../shared/contracts/workshop.ts";
import { api } from "../../api.ts";
import { YearStrips } from "../../charts/year-strips.tsx";
import { failureOf } from "../../failure.ts";
import { useScope } from "../../shell/scope.ts";
import { Field } from "../../ui/field.tsx";
import { type Amounts, amountsIn, targetEdges, yearsDomain } from "./target-facts.ts";
import { TargetSaving } from "./target-saving.tsx";
import "./explain-move.css";
import "./target-workshop.css";

/** Tries a target out before anyone sets it: what it would mean for the process as it runs. */
export function TargetWorkshop({ view }: { view: KpiView }) {
  const target = view.points.at(-1)?.target ?? null;
  const text = (amount: number | null | undefined) => (amount === null || amount === undefined ? "" : String(amount));
  const [fields, setFields] = useState({
    value: text(target?.value),
    low: text(target?.low),
    high: text(target?.high),
  });
  const isBand = view.direction === "band";
  const amounts = useDeferredValue(amountsIn(fields, isBand));
  const field = (name: "value" | "low" | "high", label: string) => (
    <Field
      label={label}
      inputMode="decimal"
      value={fields[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setFields((before) => ({ ...before, [name]: value }));
      }}
    />
  );
  return (
    <div className="workshop">
      <div className="workshop-fields">
        {isBand ? (
          <>
            {field("low", `At least, ${view.unitOfMeasure}`)}
            {field("high", `At most, ${view.unitOfMeasure}`)}
          </>
        ) : (
          field("value", `Target to try, ${view.unitOfMeasure}`)
        )}
        <p className="small secondary">
          {target === null ? "No target is in force." : `In force now: ${target.label}.`}
        </p>
      </div>
      {amounts === null ? (
        <p className="secondary">Give a number to see what it would mean.</p>
      ) : (
        <Meaning view={view} amounts={amounts} />
      )}
    </div>
  );
}

function Meaning({ view, amounts }: { view: KpiView; amounts: Amounts }) {
  const asOf = useScope()?.asOf ?? null;
  const place = { kpi: view.kpi, unit: view.unit.code, period: view.period };
  const input = { ...place, ...amounts, ...(asOf === null ? {} : { asOf }) };
  const asked = useQuery(api.kpis.targetWorkshop.queryOptions(input, { placeholderData: keepPreviousData }));
  if (asked.error !== null) return <p className="field-error">{failureOf(asked.error).message}</p>;
  if (asked.data === undefined) return <div className="workshop-wait" aria-busy="true" />;
  return (
    <div className={asked.isPlaceholderData ? "dimmed" : undefined} aria-busy={asked.isPlaceholderData}>
      <Said workshop={asked.data} />
      {asked.data.mayEdit ? <TargetSaving view={view} workshop={asked.data} amounts={amounts} /> : null}
    </div>
  );
}

function Said({ workshop }: { workshop: WorkshopView }) {
  const { sentences, outlookWord, years, process } = workshop;
  return (
    <>
      <div className="workshop-words" aria-live="polite">
        <p className="explain-sentence">
          {workshop.proposed.label}: {outlookWord === "–" ? "not judged" : outlookWord.toLowerCase()}
        </p>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <figure className="workshop-figure">
        <figcaption className="small secondary">
          Six years as this process would run them by chance alone, nothing changed · band: usual range, line: target,
          square: misses
        </figcaption>
        <YearStrips years={years} usual={process} targets={targetEdges(workshop)} domain={yearsDomain(workshop)} />
      </figure>
    </>
  );
}
