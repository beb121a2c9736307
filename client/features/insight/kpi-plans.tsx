import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Card } from "../../ui/card.tsx";
import { formatDate } from "../../ui/format.ts";

/** What is thought to be the cause, what is done about it, and whether it worked. `add` begins another. */
export function KpiPlans({ plans, add }: { plans: KpiView["plans"]; add?: ReactNode }) {
  return (
    <Card title={say("kpi.plans")} aside={add}>
      {plans.length === 0 ? (
        <p className="secondary">{say("kpi.noPlan")}</p>
      ) : (
        <ul className="plans">
          {plans.map((plan) => (
            <Plan key={plan.code} plan={plan} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Plan({ plan }: { plan: KpiView["plans"][number] }) {
  const locale = useLocale();
  return (
    <li id={`plan-${plan.letter}`} className="plan">
      <div className="plan-text">
        {plan.cause === "" ? null : (
          <p>
            <strong>{say("words.cause")}</strong> {plan.cause}
          </p>
        )}
        <p>
          <strong>{say("kpi.countermeasure", { letter: plan.letter })}</strong>{" "}
          <Link to="/actions/$action" params={{ action: plan.code }}>
            {plan.title}
          </Link>{" "}
          <span className="secondary">
            {[plan.owner, plan.due === null ? null : say("kpi.dueOn", { day: formatDate(plan.due, locale) })]
              .filter(Boolean)
              .join(", ")}
          </span>
        </p>
        {plan.proof == null && plan.verification === null ? null : (
          <p>
            <strong>{say("kpi.didItWork")}</strong>{" "}
            <span className="secondary">{plan.proof?.sentence ?? plan.verification}</span>
          </p>
        )}
      </div>
      <p className={plan.late ? "small strong tone-bad" : "small strong secondary"}>{plan.sentence}</p>
    </li>
  );
}
