import { useQuery } from "@tanstack/react-query";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { Facts } from "../../ui/card.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "./definition-versions.css";
import { say } from "../../text/say.ts";

/** What the KPI means, and every change of its meaning; where results can't be compared across one, it says so. */
export function DefinitionVersions({ view }: { view: KpiView }) {
  const locale = useLocale();
  const asOf = useScope()?.asOf ?? null;
  const input = { kpi: view.kpi, unit: view.unit.code, ...(asOf === null ? {} : { asOf }) };
  const asked = useQuery(api.kpis.definitions.queryOptions(input));
  if (asked.error !== null) {
    return <PageFailure what={say("tabs.theDefinition")} error={asked.error} onRetry={() => void asked.refetch()} />;
  }
  if (asked.data === undefined) {
    return (
      <Waiting what={say("tabs.theDefinition")}>
        <SkeletonRows rows={6} />
      </Waiting>
    );
  }
  return (
    <div className="versions">
      <Facts facts={view.definition} />
      <ol className="version-list">
        {asked.data.versions.map((version) => (
          <li key={version.version}>
            <h3>
              {version.from === null
                ? say("tabs.versionFirst", { version: version.version })
                : say("tabs.versionFrom", {
                    ...{ version: version.version, month: longMonthText(version.from, locale) },
                  })}
            </h3>
            {version.isBreak ? <p className="version-break">{say("tabs.break")}</p> : null}
            {version.changes.length === 0 ? (
              <p className="secondary">
                {version.name}: {version.formula}
              </p>
            ) : (
              <Changes version={version} />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

type Version = { version: number; changes: { label: string; before: string; after: string }[] };

function Changes({ version }: { version: Version }) {
  const name = say("tabs.whatChanged", { version: version.version });
  return (
    <TableBox label={name}>
      <table className="table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("words.what")}</th>
            <th scope="col">{say("words.before")}</th>
            <th scope="col">{say("words.since")}</th>
          </tr>
        </thead>
        <tbody>
          {version.changes.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="secondary">{before}</td>
              <td>{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
