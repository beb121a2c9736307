import { Link } from "@tanstack/react-router";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { Card, Facts } from "../../ui/card.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { PLAN_FIELDS } from "./objective-facts.ts";

type PartProps = { view: ObjectiveView };

/** Why it is an objective: policy, strategy, needs, risks, what it serves and what carries it. */
export function Background({ view }: PartProps) {
  const { policySentence, theme, needs, risks, parent, children, previous, next } = view;
  const listed = (named: readonly { code: string; name: string }[]) => named.map(({ name }) => name).join("; ");
  const link = (objective: { code: string; name: string }) => (
    <Link key={objective.code} to="/objectives/$code" params={{ code: objective.code }} className="block-link">
      {objective.code} {objective.name}
    </Link>
  );
  return (
    <Card title="Background">
      <Facts
        facts={[
          { label: "Quality policy", text: policySentence?.text ?? "No sentence named yet" },
          { label: "Theme", text: `${theme.name}: ${theme.goal}` },
          { label: "Strategy", text: theme.strategy || "–" },
          { label: "Needs", text: listed(needs) || "No need is linked" },
          { label: "Risks and opportunities", text: listed(risks) || "None is linked" },
          ...(parent === null ? [] : [{ label: "Serves", text: link(parent) }]),
          ...(children.length === 0 ? [] : [{ label: "Carried by", text: children.map(link) }]),
          ...(previous === null
            ? []
            : [
                {
                  label: "Year before",
                  text: (
                    <>
                      {link(previous)} {previous.outcome ?? "not closed yet"}
                    </>
                  ),
                },
              ]),
          ...(next === null ? [] : [{ label: "Year after", text: link(next) }]),
        ]}
      />
    </Card>
  );
}

/** What its next year is set with: decisions on its KPIs, and what actions were shown to do. */
export function Lessons({ view }: PartProps) {
  if (view.lessons.length === 0) return null;
  return (
    <Card title="What was decided and what worked">
      <ul className="objective-lessons">
        {view.lessons.map(({ kind, code, name, detail }) => (
          <li key={code}>
            {kind === "decision" ? (
              <Link to="/decisions/$decision" params={{ decision: code }}>
                {code} {name}
              </Link>
            ) : (
              <Link to="/actions/$action" params={{ action: code }}>
                {code} {name}
              </Link>
            )}
            <p className="small secondary">{detail}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What it is measured by, live. */
export function Measures({ view }: PartProps) {
  return (
    <Card title="Target and present state">
      {view.kpis.length === 0 ? (
        <p className="tone-bad">No KPI measures this objective: it is blind until one does.</p>
      ) : (
        <ul className="objective-kpis">
          {view.kpis.map((kpi) => (
            <li key={kpi.kpi}>
              <div>
                <Link to="/kpis/$kpi" params={{ kpi: kpi.kpi }} search={{ u: view.unit.code }} className="strong">
                  {kpi.name}
                </Link>
                <p className="small secondary">
                  {kpi.shown} {kpi.unitOfMeasure} · {kpi.target === null ? "no target" : `target ${kpi.target.label}`}
                </p>
                <p className="small">{kpi.verdict.sentence}</p>
              </div>
              <SparkChart spark={kpi.spark} label={`${kpi.name}, 24 months`} width={120} height={32} />
              <StatusMark status={kpi.status} word={kpi.statusWord} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Causes and what is done about them, with what the data said of it. */
export function Countermeasures({ view }: PartProps) {
  return (
    <Card title="Causes and countermeasures">
      {view.actions.length === 0 ? <p className="secondary">No action is recorded for this objective.</p> : null}
      <ul className="objective-actions">
        {view.actions.map((action) => (
          <li key={action.code}>
            <p className="strong">{action.title}</p>
            <p className="small secondary">
              {[action.code, action.kpi, action.owner, action.due === null ? null : `due ${action.due}`]
                .filter((part) => part !== null)
                .join(" · ")}
            </p>
            {action.cause === "" ? null : <p className="small">Cause: {action.cause}</p>}
            <p className="small">{action.verification ?? action.sentence}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The five fields of the plan. */
export function PlanFields({ view }: PartProps) {
  return (
    <Card title="Plan">
      <Facts facts={PLAN_FIELDS.map(({ field, label }) => ({ label, text: view.plan[field] || "Not said yet" }))} />
      {view.closing === null ? null : (
        <p className="objective-closing">
          <strong>{view.closing.word}.</strong> {view.closing.assessment}
        </p>
      )}
    </Card>
  );
}
