import type { ContextView } from "../../../shared/contracts/strategy.ts";
import { Absent, EditCell, Head, Rows } from "../../ui/record-table.tsx";
import type { ContextIssue, ContextNeed, ContextParty, ContextRisk } from "./context-facts.ts";

type Edit<Item> = { onEdit: (item: Item) => void };

export function NeedTable({
  needs,
  unanswered,
  onEdit,
}: Edit<ContextNeed> & { needs: readonly ContextNeed[]; unanswered: ReadonlySet<string> }) {
  return (
    <Rows label="Needs" heads={["Need", "Interested party", "Requirement", "Unit", "Objectives", "Reviewed"]}>
      {needs.map((need) => (
        <tr key={need.code}>
          <Head code={need.code} text={need.text} />
          <td>{need.partyName}</td>
          <td>{need.requirement || "–"}</td>
          <td>{need.unitName}</td>
          <td>{unanswered.has(need.code) ? <Absent word="No objective" /> : need.objectives.join(", ")}</td>
          <td>{need.reviewedOn === null ? <Absent word="Never" /> : <time>{need.reviewedOn}</time>}</td>
          <EditCell name={need.code} may={need.mayEdit} onEdit={() => onEdit(need)} />
        </tr>
      ))}
    </Rows>
  );
}

export function RiskTable({
  risks,
  untreated,
  onEdit,
}: Edit<ContextRisk> & { risks: readonly ContextRisk[]; untreated: ReadonlySet<string> }) {
  return (
    <Rows
      label="Risks and opportunities"
      heads={["Risk or opportunity", "Rating", "Treatment", "Owner", "Objectives", "Actions", "Effect"]}
    >
      {risks.map((risk) => (
        <tr key={risk.code} id={risk.code}>
          <Head code={risk.code} text={risk.text} />
          <td>
            {risk.ratingLine}
            <span className="row-note">
              {risk.likelihood} × {risk.consequence}
            </span>
          </td>
          <td>{risk.treatment || <Absent word="None said" />}</td>
          <td>{risk.ownerName ?? "–"}</td>
          <td>{risk.objectives.join(", ") || "–"}</td>
          <td>{untreated.has(risk.code) ? <Absent word="No action" /> : risk.actions.join(", ") || "–"}</td>
          <td>
            {risk.verdictWord}
            <span className="row-note">{risk.verdictReason}</span>
          </td>
          <EditCell name={risk.code} may={risk.mayEdit} onEdit={() => onEdit(risk)} />
        </tr>
      ))}
    </Rows>
  );
}

export function IssueTable({ issues, onEdit }: Edit<ContextIssue> & { issues: readonly ContextIssue[] }) {
  return (
    <Rows label="Issues" heads={["Issue", "Kind", "Unit", "Reviewed"]}>
      {issues.map((issue) => (
        <tr key={issue.code}>
          <Head code={issue.code} text={issue.text} />
          <td>{issue.kind === "internal" ? "Internal" : "External"}</td>
          <td>{issue.unitName}</td>
          <td>{issue.reviewedOn === null ? <Absent word="Never" /> : <time>{issue.reviewedOn}</time>}</td>
          <EditCell name={issue.code} may={issue.mayEdit} onEdit={() => onEdit(issue)} />
        </tr>
      ))}
    </Rows>
  );
}

export function PartyTable({ view, onEdit }: Edit<ContextParty> & { view: ContextView }) {
  return (
    <Rows label="Interested parties" heads={["Interested party", "Kind", "Needs"]}>
      {view.parties.map((party) => (
        <tr key={party.code}>
          <Head code={party.code} text={party.name} />
          <td>{party.kindWord}</td>
          <td>
            {view.needs
              .filter((need) => need.party === party.code)
              .map(({ code }) => code)
              .join(", ") || <Absent word="No need said" />}
          </td>
          <EditCell name={party.code} may={view.mayEditParties} onEdit={() => onEdit(party)} />
        </tr>
      ))}
    </Rows>
  );
}
