import type { ThreadCard, ThreadView } from "../../../shared/contracts/strategy.ts";
import { type XRow, xMatrixOf } from "../../../shared/domain/x-matrix.ts";
import { StatusShape } from "../../ui/status-shape.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import "../../ui/status-mark.css";
import "./x-matrix.css";

/** The thread as an X-matrix: objectives above the cross, plans below it, themes to one side and KPIs to the other. */
export function XMatrix({ view }: { view: ThreadView }) {
  const [, themes = [], objectives = [], kpis = [], plans = []] = view.columns.map(({ cards }) => cards);
  const real = plans.filter(({ code }) => code !== "");
  const matrix = xMatrixOf({ themes, objectives, kpis, plans: real }, view.links);
  return (
    <TableBox label="X-matrix">
      <table className="x-matrix">
        <caption className="visually-hidden">
          Objectives and plans against the themes above them and the KPIs that measure them
        </caption>
        <thead>
          <tr>
            {matrix.themes.map((theme) => (
              <ColumnHead key={theme.id} card={theme} />
            ))}
            <th scope="col" className="x-cross">
              <span aria-hidden="true">╳</span>
              <span className="visually-hidden">Objective or plan</span>
            </th>
            {matrix.kpis.map((kpi) => (
              <ColumnHead key={kpi.id} card={kpi} />
            ))}
          </tr>
        </thead>
        <Block title="Objectives" rows={matrix.objectives} themes={matrix.themes} kpis={matrix.kpis} />
        <Block title="Plans" rows={matrix.plans} themes={matrix.themes} kpis={matrix.kpis} />
      </table>
    </TableBox>
  );
}

function ColumnHead({ card }: { card: ThreadCard }) {
  return (
    <th scope="col" className="x-column">
      <span>
        {card.status === null ? null : <Shape card={card} />}
        {card.title}
      </span>
    </th>
  );
}

function Shape({ card }: { card: ThreadCard }) {
  return card.status === null ? null : (
    <span className={`status status-${card.status}`}>
      <StatusShape status={card.status} />
    </span>
  );
}

type BlockProps = {
  title: string;
  rows: readonly XRow<ThreadCard>[];
  themes: readonly ThreadCard[];
  kpis: readonly ThreadCard[];
};

function Block({ title, rows, themes, kpis }: BlockProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={themes.length + kpis.length + 1} className="x-block">
          {title}
        </th>
      </tr>
      {rows.map(({ card, themes: under, kpis: measured }) => (
        <tr key={card.id}>
          {themes.map(({ id, title: name }) => (
            <Cross key={id} isLinked={under.has(id)} name={name} />
          ))}
          <th scope="row">
            {card.title}
            <span className="x-detail">
              <Shape card={card} /> {card.detail}
            </span>
          </th>
          {kpis.map(({ id, title: name }) => (
            <Cross key={id} isLinked={measured.has(id)} name={name} />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function Cross({ isLinked, name }: { isLinked: boolean; name: string }) {
  return (
    <td title={isLinked ? name : undefined}>
      {isLinked ? (
        <>
          <span aria-hidden="true">●</span>
          <span className="visually-hidden">linked</span>
        </>
      ) : null}
    </td>
  );
}
