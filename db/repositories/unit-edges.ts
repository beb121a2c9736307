import { AppError } from "../../shared/domain/failures.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { treeFaults, type UnitEdge } from "../../shared/domain/tree.ts";
import { inForce } from "../in-force.ts";
import { findIdentities, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** What is said of an edge: the parent of a unit from a month on, or that it leaves the tree then. */
export type EdgeSaying = {
  readonly child: string;
  readonly from: Month;
  /** Null for the root. */
  readonly parent: string | null;
  readonly ends: boolean;
  /** The edge is taken back: the one before it goes on. */
  readonly withdrawn: boolean;
};

/** The edges of all months, each until the month before its child's next. */
export async function readEdges({ db, moment }: Pick<Reading, "db" | "moment">): Promise<UnitEdge[]> {
  const rows = await db
    .selectFrom("unit_edge")
    .innerJoin("unit as child", "child.id", "unit_edge.child_id")
    .leftJoin("unit as parent", "parent.id", "unit_edge.parent_id")
    .where(inForce("unit_edge", moment))
    .where("unit_edge.withdrawn", "=", 0)
    .select(["child.code as child", "parent.code as parent", "unit_edge.from_month as from", "unit_edge.ends"])
    .orderBy("child.code")
    .orderBy("unit_edge.from_month")
    .execute();
  return rows.flatMap((row, at) => {
    const next = rows[at + 1];
    const toMonth = next?.child === row.child ? addMonths(next.from as Month, -1) : null;
    return row.ends === 1 ? [] : [{ child: row.child, parent: row.parent, fromMonth: row.from as Month, toMonth }];
  });
}

/** Places units in the tree. Refused with its first fault where the tree of some month would be none. */
export async function sayEdges(writing: Writing, sayings: readonly EdgeSaying[]): Promise<void> {
  const own = sayings.find(({ child, parent }) => child === parent);
  if (own !== undefined) throw new AppError("tree-broken", { kind: "cycle", unit: own.child, month: own.from });
  const codes = sayings.flatMap(({ child, parent }) => (parent === null ? [child] : [child, parent]));
  const ids = await findIdentities(writing, "unit", codes);
  const idOf = (code: string) => {
    const id = ids.get(code);
    if (id === undefined) throw new AppError("unknown-code", { what: "Unit", code });
    return id;
  };
  const versions = sayings.map(({ child, from, parent, ends, withdrawn }) => ({
    key: { child_id: idOf(child), from_month: from },
    values: {
      parent_id: parent === null ? null : idOf(parent),
      ends: ends ? (1 as const) : (0 as const),
      withdrawn: withdrawn ? (1 as const) : (0 as const),
    },
  }));
  await sayVersions(writing, "unit_edge", versions);
  const [fault] = treeFaults(await readEdges(writing));
  if (fault !== undefined) throw new AppError("tree-broken", { ...fault });
}
