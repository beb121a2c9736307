import { Link } from "@tanstack/react-router";
import { monthText } from "../../../shared/text/month-text.ts";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";
import { correctionsLine } from "./correction-facts.ts";
import { useKpiSearch } from "./kpi-link.ts";
import { useCorrections } from "./use-corrections.ts";
import "./corrections-since.css";
import { say, sayWith } from "../../text/say.ts";

const SHOWN = 8;

/** On a screen of another day: which of its figures have been corrected since, and how they read now. */
export function CorrectionsSince({ kpi }: { kpi?: string | undefined }) {
  const locale = useLocale();
  const data = useCorrections(kpi);
  const search = useKpiSearch();
  if (data === undefined) return null;
  const { corrections } = data;
  return (
    <Card title={say("overview.sinceThen")} className="corrections">
      <p className="secondary">{correctionsLine(data)}</p>
      {corrections.length === 0 ? null : (
        <ul className="correction-list">
          {corrections.slice(0, SHOWN).map((each) => (
            <li key={`${each.kpi} ${each.month}`}>
              <span className="correction-mark" aria-hidden="true" />
              {kpi === undefined ? (
                <Link to="/kpis/$kpi" params={{ kpi: each.kpi }} search={search} className="correction-link">
                  {each.name}
                </Link>
              ) : null}{" "}
              {sayWith(
                "overview.thenNow",
                { after: <strong key="after">{each.after}</strong> },
                { month: monthText(each.month, locale), before: each.before },
              )}
            </li>
          ))}
        </ul>
      )}
      {corrections.length > SHOWN ? (
        <p className="small secondary">{say("words.andMore", { count: corrections.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
}
