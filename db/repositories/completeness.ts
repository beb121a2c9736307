import { sql } from "kysely";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import type { Reading } from "../writing.ts";

export type PunctualityScope = {
  readonly units: readonly number[];
  /** Months with the instant until which a report is on time, in order of time. */
  readonly deadlines: readonly { readonly month: Month; readonly until: number }[];
};

/** What a unit has submitted for a month: so many results stand, so many of them came first after the deadline. */
export type Punctuality = {
  readonly unit: number;
  readonly month: Month;
  readonly reported: number;
  readonly late: number;
};

/** Counts what units have submitted of months, whether or not it is approved yet, and when it first came. */
export async function readPunctuality({ db, moment }: Reading, scope: PunctualityScope): Promise<Punctuality[]> {
  const { units, deadlines } = scope;
  const [first, last] = [deadlines[0]?.month, deadlines.at(-1)?.month];
  if (units.length === 0 || first === undefined || last === undefined) return [];
  const until = sql.join(
    deadlines.map((one) => sql`when ${one.month} then cast(${one.until} as bigint)`),
    sql` `,
  );
  const firstAt = sql<number>`(select min(f.recorded_from) from measurement as f
    where f.assignment_id = m.assignment_id and f.period = m.period and f.state in ('submitted', 'approved'))`;
  const rows = await db
    .selectFrom("measurement as m")
    .innerJoin("assignment as a", "a.id", "m.assignment_id")
    .select(["a.unit_id", "m.period"])
    .select(sql<number>`count(distinct m.assignment_id)`.as("reported"))
    .select(
      sql<number>`count(distinct case when ${firstAt} > case m.period ${until} end then m.assignment_id end)`.as(
        "late",
      ),
    )
    .where(inForce("m", moment))
    .where("m.kind", "<>", "missing")
    .where("m.state", "in", ["submitted", "approved"])
    .where("a.unit_id", "in", units)
    .where("m.period", ">=", first)
    .where("m.period", "<=", last)
    .groupBy(["a.unit_id", "m.period"])
    .orderBy("a.unit_id")
    .orderBy("m.period")
    .execute();
  return rows.map((row) => ({
    ...{ unit: row.unit_id, month: row.period as Month },
    ...{ reported: Number(row.reported), late: Number(row.late) },
  }));
}
