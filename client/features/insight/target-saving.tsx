import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { PHASINGS, type WorkshopView } from "../../../shared/contracts/workshop.ts";
import { addMonths } from "../../../shared/domain/month.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { MonthField } from "./month-field.tsx";
import type { Amounts } from "./target-facts.ts";

type Phasing = (typeof PHASINGS)[number];

const LABEL: Record<Phasing, string> = {
  flat: "The same each month",
  linear: "Straight from today’s target",
  profile: "Last year’s profile",
};

type TargetSavingProps = { view: KpiView; workshop: WorkshopView; amounts: Amounts };

/** Sets what was tried, from a month on and with a reason; the months before keep their target. */
export function TargetSaving({ view, workshop, amounts }: TargetSavingProps) {
  const next = addMonths(view.period, 1);
  const [from, setFrom] = useState(workshop.months.find((month) => month >= next) ?? workshop.months.at(-1) ?? next);
  const [phasing, setPhasing] = useState<Phasing>("flat");
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const save = useMutation(
    api.kpis.setTarget.mutationOptions({
      onSuccess: async () => {
        setReason("");
        await queries.invalidateQueries();
      },
    }),
  );
  if (workshop.months.length === 0) {
    return <p className="secondary">Every month of this year and the next is locked: no target can be set.</p>;
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ kpi: view.kpi, unit: view.unit.code, from, phasing, reason, ...amounts });
  };
  const options = PHASINGS.map((value) => ({ value, label: LABEL[value] }));
  return (
    <form className="workshop-saving" onSubmit={submit} aria-label="Set this target">
      <h3>Set this target</h3>
      <div className="workshop-fields">
        <MonthField label="From" months={workshop.months} month={from} onChange={setFrom} />
        <Field
          label="Reason"
          value={reason}
          maxLength={500}
          required
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button kind="primary" type="submit" disabled={reason.trim() === "" || save.isPending}>
          Set target
        </Button>
      </div>
      {amounts.value === null ? null : (
        <Segmented label="Over the months" value={phasing} options={options} onChange={setPhasing} />
      )}
      <p className="small secondary" role="status">
        {save.isSuccess
          ? `Set for ${save.data.months.length} months. The chart steps where the target changes.`
          : "Holds to the end of that fiscal year. Months before keep the target they had."}
      </p>
      {save.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(save.error).message}
        </p>
      )}
    </form>
  );
}
