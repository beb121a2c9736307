import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";
import { formatDate } from "../../ui/format.ts";

/** What is thought to be the cause, what is done about it, and how one will see that it worked. */
export function KpiPlans({ plans }: { plans: KpiView["plans"] }) {
  if (plans.length === 0) {
    return (
      <Card title="Cause and countermeasure">
        <p className="secondary">No plan yet. A plan names the cause, what will be done, by whom and by when.</p>
      </Card>
    );
  }
  return (
    <Card title="Cause and countermeasure">
      <ul className="plans">
        {plans.map((plan) => (
          <Plan key={plan.code} plan={plan} />
        ))}
      </ul>
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
            <strong>Cause</strong> {plan.cause}
          </p>
        )}
        <p>
          <strong>Countermeasure {plan.letter}</strong> {plan.title}{" "}
          <span className="secondary">
            {[plan.owner, plan.due === null ? null : `due ${formatDate(plan.due, locale)}`].filter(Boolean).join(", ")}
          </span>
        </p>
        {plan.verification === null ? null : (
          <p>
            <strong>Check</strong> <span className="secondary">{plan.verification}</span>
          </p>
        )}
      </div>
      <p className={plan.late ? "small strong tone-bad" : "small strong secondary"}>{plan.sentence}</p>
    </li>
  );
}
