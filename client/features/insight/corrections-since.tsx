import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { monthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";
import { correctionsLine } from "./correction-facts.ts";
import "./corrections-since.css";

/** On a screen of another day: which of its figures have been corrected since, and how they read now. */
export function CorrectionsSince({ kpi }: { kpi?: string | undefined }) {
  const scope = useScope();
  if (scope === null || scope.asOf === null) return null;
  return <Since unit={scope.unit} period={scope.period} asOf={scope.asOf} kpi={kpi} />;
}

type SinceProps = {
  unit: string;
  period: NonNullable<ReturnType<typeof useScope>>["period"];
  asOf: string;
  kpi: string | undefined;
};

const SHOWN = 8;

function Since({ unit, period, asOf, kpi }: SinceProps) {
  const locale = useLocale();
  const input = { unit, period, asOf, ...(kpi === undefined ? {} : { kpi }) };
  const { data } = useQuery(api.insight.corrections.queryOptions(input));
  if (data === undefined) return null;
  const { corrections } = data;
  return (
    <Card title="Since then" className="corrections">
      <p className="secondary">{correctionsLine(data)}</p>
      {corrections.length === 0 ? null : (
        <ul className="correction-list">
          {corrections.slice(0, SHOWN).map((each) => (
            <li key={`${each.kpi} ${each.month}`}>
              <span className="correction-mark" aria-hidden="true" />
              {kpi === undefined ? (
                <Link
                  to="/kpis/$kpi"
                  params={{ kpi: each.kpi }}
                  search={(before) => before}
                  className="correction-link"
                >
                  {each.name}
                </Link>
              ) : null}{" "}
              {monthText(each.month, locale)}: {each.before} then, <strong>{each.after}</strong> now
            </li>
          ))}
        </ul>
      )}
      {corrections.length > SHOWN ? <p className="small secondary">and {corrections.length - SHOWN} more</p> : null}
    </Card>
  );
}
