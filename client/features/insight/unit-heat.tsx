import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { unitMonthsTable } from "../../../shared/charts/chart-table.ts";
import type { ByUnitView } from "../../../shared/contracts/by-unit.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { statusWord } from "../../../shared/text/series-text.ts";
import { ChartFiles } from "../../charts/chart-files.tsx";
import { HeatMap } from "../../charts/heat-map.tsx";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { monthLetter } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { chartFile, usePictureWords } from "./chart-words.ts";
import { cellText, coverageLine, type HeatOrder, heatOrder, statusesIn } from "./unit-facts.ts";

const ORDERS = ["tree", "off"] as const;

/** Every unit and month as a status by shape and colour, and the same as a table. */
export function UnitHeat({ view }: { view: ByUnitView }) {
  const locale = useLocale();
  const navigate = useNavigate({ from: "/kpis/$kpi" });
  const [order, setOrder] = useState<HeatOrder>("tree");
  const [isTable, setTable] = useState(false);
  const units = useMemo(() => heatOrder(view.units, order), [view.units, order]);
  const rows = useMemo(
    () =>
      units.map((each) => ({
        key: each.unit.code,
        statuses: each.statuses,
        head: <UnitLink view={view} each={each} />,
      })),
    [units, view],
  );
  const open = (row: number) => {
    const unit = units[row]?.unit.code;
    if (unit !== undefined)
      void navigate({ search: (before) => ({ ...before, u: unit, view: undefined, by: undefined }) });
  };
  const columns = view.months.map((month) => ({ key: monthText(month, locale), text: monthLetter(month, locale) }));
  const name = say("tabs.heatName", { name: view.name, units: units.length, months: columns.length });
  const words = usePictureWords({ title: view.name, subtitle: name, description: coverageLine(view) });
  return (
    <>
      <div className="heat-tools">
        <Segmented
          label={say("tabs.order")}
          value={order}
          options={ORDERS.map((value) => ({ value, label: say(`tabs.order.${value}`) }))}
          onChange={setOrder}
        />
        <Button aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {say(isTable ? "tabs.showMap" : "tabs.showTable")}
        </Button>
      </div>
      {isTable ? (
        <HeatTable view={view} units={units} name={name} />
      ) : (
        <ChartFiles file={chartFile(view, "by-unit")} words={words} table={unitMonthsTable(view)}>
          <HeatMap
            name={name}
            rows={rows}
            columns={columns}
            tell={({ row, column }) => cellText(units[row], { view, column, locale })}
            onOpen={open}
          />
          <HeatLegend units={units} />
        </ChartFiles>
      )}
    </>
  );
}

function HeatLegend({ units }: { units: readonly Each[] }) {
  const locale = useLocale();
  return (
    <ul className="heat-legend small secondary" aria-label={say("tabs.statuses")}>
      {statusesIn(units).map((status) => (
        <li key={status}>
          <StatusMark status={status} word={statusWord(status, locale)} />
        </li>
      ))}
    </ul>
  );
}

type Each = ByUnitView["units"][number];

function UnitLink({ view, each }: { view: ByUnitView; each: Each }) {
  return (
    <Link
      from="/kpis/$kpi"
      to="/kpis/$kpi"
      params={{ kpi: view.kpi }}
      search={(before) => ({
        ...before,
        u: each.unit.code,
        ...(each.hasParts ? {} : { view: undefined, by: undefined, level: undefined }),
      })}
      className="row-link"
      title={`${each.unit.name}, ${each.parent}`}
    >
      {each.unit.name}
    </Link>
  );
}

function HeatTable({ view, units, name }: { view: ByUnitView; units: readonly Each[]; name: string }) {
  const locale = useLocale();
  return (
    <TableBox label={name}>
      <table className="table">
        <caption className="visually-hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{say("words.unit")}</th>
            {view.months.map((month) => (
              <th key={month} scope="col" className="number">
                {monthText(month, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((each) => (
            <tr key={each.unit.code}>
              <th scope="row">
                <UnitLink view={view} each={each} />
              </th>
              {view.months.map((month, at) => (
                <td key={month} className="number">
                  {each.shown[at]}
                  <span className="row-note">{statusWord(each.statuses[at] ?? "not_due", locale)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
