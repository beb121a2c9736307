import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { TrainingsView } from "../../../shared/contracts/trainings.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useAsOf } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { EditCell, Head, Rows } from "../../ui/record-table.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { StatusShape } from "../../ui/status-shape.tsx";
import { type EditingTraining, TrainingForm } from "./training-forms.tsx";
import "./actions.css";

/** Who has to know what, who does, until when, and whether teaching it helped. */
export function TrainingsPage() {
  const asOf = useAsOf();
  const trainings = useQuery(api.actions.trainings.queryOptions(asOf === null ? {} : { asOf }));
  useTitle("Competence and training");
  if (trainings.error !== null) {
    return <PageFailure what="The trainings" error={trainings.error} onRetry={() => void trainings.refetch()} />;
  }
  if (trainings.data === undefined) {
    return (
      <Waiting what="the trainings">
        <Skeleton height={480} />
      </Waiting>
    );
  }
  return <Trainings view={trainings.data} />;
}

type Change = (editing: EditingTraining) => void;

function Trainings({ view }: { view: TrainingsView }) {
  const [editing, setEditing] = useState<EditingTraining | null>(null);
  const adding = (label: string, what: EditingTraining, isAllowed = view.mayEdit) =>
    isAllowed ? <Button onClick={() => setEditing(what)}>{label}</Button> : null;
  const hasTraining = view.trainings.length > 0;
  return (
    <div className="record-page">
      <div className="page-head">
        <h1>{view.headline}</h1>
        <p className="secondary">What each role has to know, who has learnt it, and what the data say of the effect.</p>
      </div>
      <Card
        title="Trainings and their effect"
        aside={adding("Add a training", { kind: "training", item: null })}
        padded={false}
      >
        <TrainingTable view={view} onChange={setEditing} />
      </Card>
      <Card title="Who stands where" padded={false}>
        <StandingTable view={view} />
      </Card>
      <Card
        title="What is needed"
        aside={adding("Add a need", { kind: "need", item: null }, view.mayEdit && hasTraining)}
        padded={false}
      >
        <NeedTable view={view} onChange={setEditing} />
      </Card>
      <Card
        title="Training records"
        aside={adding("Record a training", { kind: "record", item: null }, view.mayEdit && hasTraining)}
        padded={false}
      >
        <RecordTable view={view} onChange={setEditing} />
      </Card>
      <Card
        title="KPIs counted from the records"
        aside={adding("Count a KPI", { kind: "feed" }, view.mayFeed && view.choices.kpis.length > 0)}
      >
        <Fed view={view} />
      </Card>
      {editing === null ? null : <TrainingForm editing={editing} view={view} onClose={() => setEditing(null)} />}
    </div>
  );
}

function TrainingTable({ view, onChange }: { view: TrainingsView; onChange: Change }) {
  return (
    <Rows label="Trainings" heads={["Training", "Unit", "Objective", "Valid", "Holds for", "Effect by the data"]}>
      {view.trainings.map((training) => (
        <tr key={training.code}>
          <Head code={training.code} text={training.title} />
          <td>{training.unitName}</td>
          <td>
            {training.objective === null ? (
              "–"
            ) : (
              <Link to="/objectives/$code" params={{ code: training.objective.code }}>
                {training.objective.code}
              </Link>
            )}
          </td>
          <td className="number">
            {training.people.valid} of {training.people.of}
          </td>
          <td>{training.validMonths === null ? "For good" : `${training.validMonths} months`}</td>
          <td>
            {training.check === null ? null : <strong>{training.check.word}. </strong>}
            {training.checkSentence}
            {training.action === null ? null : (
              <span className="row-note">
                <Link to="/actions/$action" params={{ action: training.action.code }}>
                  {training.action.code} {training.action.name}
                </Link>
              </span>
            )}
          </td>
          <EditCell
            name={training.code}
            may={training.mayEdit}
            onEdit={() => onChange({ kind: "training", item: training })}
          />
        </tr>
      ))}
    </Rows>
  );
}

const SHAPE = { valid: "on", expiring: "near", expired: "off", missing: "missing" } as const;

/** Rows that are shown at first; the others on demand. */
const SHOWN = 20;

type Folded = { all: number; isOpen: boolean; onOpen: () => void };

function ShowAll({ all, isOpen, onOpen }: Folded) {
  if (isOpen || all <= SHOWN) return null;
  return (
    <p className="card-body">
      <Button onClick={onOpen}>Show all {all}</Button>
    </p>
  );
}

function StandingTable({ view }: { view: TrainingsView }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? view.standings : view.standings.slice(0, SHOWN);
  return (
    <>
      <StandingRows standings={shown} />
      <ShowAll all={view.standings.length} isOpen={isOpen} onOpen={() => setOpen(true)} />
    </>
  );
}

function StandingRows({ standings }: { standings: TrainingsView["standings"] }) {
  return (
    <Rows label="Who stands where" heads={["Person", "Unit", "Training", "Standing"]} isReadOnly>
      {standings.map(({ person, unit, training, state, stateWord, validTo }) => (
        <tr key={`${person.code} ${unit.code} ${training.code}`}>
          <Head code={person.code} text={person.name} />
          <td>{unit.name}</td>
          <td>{training.name}</td>
          <td>
            <span className={`status status-${SHAPE[state]}`}>
              <StatusShape status={SHAPE[state]} /> {stateWord}
            </span>
            {validTo === null ? null : <span className="row-note">until {validTo}</span>}
          </td>
        </tr>
      ))}
    </Rows>
  );
}

function NeedTable({ view, onChange }: { view: TrainingsView; onChange: Change }) {
  return (
    <Rows label="Competence needs" heads={["What has to be known", "By whom", "At", "Training"]}>
      {view.needs.map((need) => (
        <tr key={need.code}>
          <Head code={need.code} text={need.competence} />
          <td>{need.roleWord}</td>
          <td>{need.unitName} and below</td>
          <td>{need.trainingTitle}</td>
          <EditCell name={need.code} may={need.mayEdit} onEdit={() => onChange({ kind: "need", item: need })} />
        </tr>
      ))}
    </Rows>
  );
}

function RecordTable({ view, onChange }: { view: TrainingsView; onChange: Change }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? view.records : view.records.slice(0, SHOWN);
  return (
    <>
      <RecordRows records={shown} onChange={onChange} />
      <ShowAll all={view.records.length} isOpen={isOpen} onOpen={() => setOpen(true)} />
    </>
  );
}

function RecordRows({ records, onChange }: { records: TrainingsView["records"]; onChange: Change }) {
  return (
    <Rows label="Training records" heads={["Person", "Unit", "Training", "Held on", "Result", "Holds until"]}>
      {records.map((record) => (
        <tr key={record.id}>
          <Head code={record.person} text={record.personName} />
          <td>{record.unitName}</td>
          <td>{record.trainingTitle}</td>
          <td>
            <time>{record.heldOn}</time>
          </td>
          <td>
            {record.resultWord}
            <span className="row-note">{record.note}</span>
          </td>
          <td>{record.validTo === null ? "For good" : <time>{record.validTo}</time>}</td>
          <EditCell
            name={`the record of ${record.personName}`}
            may={record.mayEdit}
            onEdit={() => onChange({ kind: "record", item: record })}
          />
        </tr>
      ))}
    </Rows>
  );
}

function Fed({ view }: { view: TrainingsView }) {
  if (view.fed.length === 0) {
    return (
      <p className="secondary">
        No KPI is counted from the records. A counted KPI takes valid of required trainings of each unit’s own people,
        month by month, and nobody enters it by hand.
      </p>
    );
  }
  return (
    <ul>
      {view.fed.map(({ code, name }) => (
        <li key={code}>
          <Link to="/kpis/$kpi" params={{ kpi: code }}>
            {name}
          </Link>{" "}
          <span className="secondary">counted each month, not entered by hand</span>
        </li>
      ))}
    </ul>
  );
}
