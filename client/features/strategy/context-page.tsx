import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ContextView } from "../../../shared/contracts/strategy.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { contextHeadline, unansweredNeeds, untreatedRisks } from "./context-facts.ts";
import { ContextForm, type Editing } from "./context-forms.tsx";
import { IssueTable, NeedTable, PartyTable, RiskTable } from "./context-tables.tsx";
import { RiskMatrix } from "./risk-matrix.tsx";
import "./context.css";

/** Where the strategy comes from: who needs what of us, what may come in the way and what may help. */
export function ContextPage() {
  const context = useQuery(api.strategy.context.queryOptions());
  useTitle("Needs and risks");
  if (context.error !== null) {
    return <PageFailure what="Needs and risks" error={context.error} onRetry={() => void context.refetch()} />;
  }
  if (context.data === undefined) {
    return (
      <Waiting what="needs and risks">
        <Skeleton height={480} />
      </Waiting>
    );
  }
  return <Context view={context.data} />;
}

function Context({ view }: { view: ContextView }) {
  const { person } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  const mayAdd = person.may.includes("edit-strategy");
  const adding = (kind: Editing["kind"], label: string, isAllowed = mayAdd) =>
    isAllowed ? <Button onClick={() => setEditing({ kind, item: null })}>{label}</Button> : null;
  return (
    <div className="record-page">
      <div className="page-head">
        <h1>{contextHeadline(view)}</h1>
        <p className="secondary">
          What customers and other interested parties need, and the risks and opportunities on the way there.
        </p>
      </div>
      <Card title="Needs of interested parties" aside={adding("need", "Add a need")} padded={false}>
        <NeedTable
          needs={view.needs}
          unanswered={unansweredNeeds(view)}
          onEdit={(item) => setEditing({ kind: "need", item })}
        />
      </Card>
      <Card title="Risks and opportunities" aside={adding("risk", "Add a risk or opportunity")} padded={false}>
        <RiskMatrix risks={view.risks} />
        <RiskTable
          risks={view.risks}
          untreated={untreatedRisks(view)}
          onEdit={(item) => setEditing({ kind: "risk", item })}
        />
      </Card>
      <Card title="Internal and external issues" aside={adding("issue", "Add an issue")} padded={false}>
        <IssueTable issues={view.issues} onEdit={(item) => setEditing({ kind: "issue", item })} />
      </Card>
      <Card
        title="Interested parties"
        aside={adding("party", "Add an interested party", view.mayEditParties)}
        padded={false}
      >
        <PartyTable view={view} onEdit={(item) => setEditing({ kind: "party", item })} />
      </Card>
      {editing === null ? null : <ContextForm editing={editing} view={view} onClose={() => setEditing(null)} />}
    </div>
  );
}
