import { SIMULATION, type SimulationRow } from "../../../shared/text/simulation-rates.ts";
import { formatNumber } from "../../ui/format.ts";
import { TableBox } from "../../ui/table-box.tsx";

/** Measured by simulation: how often each rule set calls a stable series changed, and how often it finds a change. */
export function SimulationTable({ isShort = false }: { isShort?: boolean }) {
  const readings = isShort ? SHORT : SIMULATION.readings.map((_, index) => index);
  return (
    <TableBox label="How often rule sets cry wolf, and how often they find a change">
      <table className="table learn-table">
        <caption className="visually-hidden">
          Percent of {SIMULATION.series} simulated series of {SIMULATION.months} months
        </caption>
        <thead>
          <tr>
            <th scope="col">Series</th>
            {readings.map((index) => (
              <th key={index} scope="col" className="number">
                {SIMULATION.readings[index]}
              </th>
            ))}
            <th scope="col" className="number">
              Goal
            </th>
          </tr>
        </thead>
        <Rows title="Nothing changes, called changed" rows={SIMULATION.falseVerdicts} readings={readings} />
        <Rows title="A shift of this size, found within six months" rows={SIMULATION.found} readings={readings} />
      </table>
    </TableBox>
  );
}

/** The product's rule set and the health service's. */
const SHORT = [0, 2];

type RowsProps = { title: string; rows: readonly SimulationRow[]; readings: readonly number[] };

function Rows({ title, rows, readings }: RowsProps) {
  return (
    <tbody>
      <tr className="group-row">
        <th scope="rowgroup" colSpan={readings.length + 2}>
          {title}
        </th>
      </tr>
      {rows.map(({ what, rates, goal }) => (
        <tr key={what}>
          <th scope="row">{what}</th>
          {readings.map((index) => (
            <td key={index} className="number">
              {formatNumber(rates[index] ?? 0, 1, "en-GB")} %
            </td>
          ))}
          <td className="number secondary">{goal}</td>
        </tr>
      ))}
    </tbody>
  );
}
