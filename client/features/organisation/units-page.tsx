import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { UnitHistory } from "../../../shared/contracts/organisation.ts";
import { ALWAYS } from "../../../shared/domain/month.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { AddUnitDialog, EndUnitDialog, MoveUnitDialog, RenameUnitDialog } from "./unit-dialogs.tsx";

const DIALOGS = { add: AddUnitDialog, rename: RenameUnitDialog, move: MoveUnitDialog, end: EndUnitDialog } as const;
type DialogName = keyof typeof DIALOGS;

/** The tree of the organisation with its dates: what is changed holds from a month on, and the months before stay. */
export function UnitsPage() {
  const units = useQuery(api.organisation.units.queryOptions());
  const [open, setOpen] = useState<{ name: DialogName; unit: UnitHistory | null } | null>(null);
  if (units.error !== null) {
    return <PageFailure what="The tree of units" error={units.error} onRetry={() => void units.refetch()} />;
  }
  const all = units.data?.units ?? [];
  const OpenDialog = open === null ? null : DIALOGS[open.name];
  return (
    <Card
      title="Units"
      aside={
        all.length === 0 ? (
          <Button onClick={() => setOpen({ name: "add", unit: null })}>Add the first unit</Button>
        ) : undefined
      }
    >
      {units.data === undefined ? (
        <Skeleton height={240} />
      ) : (
        <UnitTable units={all} onOpen={(name, unit) => setOpen({ name, unit })} />
      )}
      {OpenDialog === null || open === null ? null : (
        <OpenDialog unit={open.unit} units={all} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

type TableProps = { units: readonly UnitHistory[]; onOpen: (name: DialogName, unit: UnitHistory) => void };

function UnitTable({ units, onOpen }: TableProps) {
  if (units.length === 0) return <p className="muted">There is no unit yet. The first one stands for all of it.</p>;
  return (
    <TableBox label="Units">
      <table className="table settings-table">
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Kind</th>
            <th scope="col">Place in the tree</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRow key={unit.code} unit={unit} units={units} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function UnitRow({ unit, units, onOpen }: TableProps & { unit: UnitHistory }) {
  const isInTree = unit.depth !== null;
  const actions: readonly (readonly [DialogName, string])[] = [
    ...(isInTree ? ([["add", "Add below"]] as const) : []),
    ["rename", "Rename"],
    ...(unit.depth === 0 ? [] : ([["move", "Move"]] as const)),
    ...(isInTree && unit.depth !== 0 ? ([["end", "End"]] as const) : []),
  ];
  return (
    <tr>
      <th scope="row" style={{ paddingInlineStart: 10 + (unit.depth ?? 0) * 16 }}>
        {unit.name}
        <span className="row-note">{unit.code}</span>
      </th>
      <td>{unit.kind}</td>
      <td>
        <Places unit={unit} units={units} />
      </td>
      <td>
        <div className="settings-buttons">
          {actions.map(([name, label]) => (
            <Button key={name} kind="quiet" onClick={() => onOpen(name, unit)}>
              {label}
              <span className="visually-hidden"> {unit.name}</span>
            </Button>
          ))}
        </div>
      </td>
    </tr>
  );
}

function Places({ unit, units }: { unit: UnitHistory; units: readonly UnitHistory[] }) {
  const locale = useLocale();
  const nameOf = (code: string | null) => units.find((each) => each.code === code)?.name ?? code ?? "";
  if (unit.places.length === 0) return <span className="muted">In no month</span>;
  return (
    <ul>
      {unit.places.map(({ parent, from, to }) => (
        <li key={from}>
          {parent === null ? "The whole" : `Below ${nameOf(parent)}`}
          <span className="muted">
            {from === ALWAYS ? "" : ` from ${longMonthText(from, locale)}`}
            {to === null ? "" : ` until ${longMonthText(to, locale)}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
