import { Link } from "@tanstack/react-router";
import { monthText } from "../../../shared/text/month-text.ts";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";
import { correctionsLine } from "./correction-facts.ts";
import { useCorrections } from "./use-corrections.ts";
import "./corrections-since.css";

const SHOWN = 8;

/** On a screen of another day: which of its figures have been corrected since, and how they read now. */
export function CorrectionsSince({ kpi }: { kpi?: string | undefined }) {
  const locale = useLocale();
  const data = useCorrections(kpi);
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
