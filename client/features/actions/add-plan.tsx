import { useState } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { useSession } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { ActionForm } from "./action-form.tsx";

/** Begins a plan for the KPI on the screen; where one is asked for, it is the filled button. */
export function AddPlan({ view }: { view: KpiView }) {
  const { person } = useSession();
  const [isOpen, setOpen] = useState(false);
  if (view.asOf !== null || !person.may.includes("edit-own-actions")) return null;
  const isAsked = view.verdict.asks.plan;
  const begun = {
    kpi: view.kpi,
    effectKpi: isAsked ? view.kpi : "",
    kind: isAsked ? ("corrective" as const) : ("improvement" as const),
  };
  return (
    <>
      <Button kind={isAsked ? "primary" : "plain"} onClick={() => setOpen(true)}>
        {say("actions.addPlan")}
      </Button>
      {isOpen ? <ActionForm unit={view.unit.code} begun={begun} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
