import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { Client } from "./client.ts";
import { BRANCHES, sendFile } from "./filled-world.ts";
import { aWorld, type World, type WorldOptions } from "./world.ts";

const KPIS = [
  "code,name,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule",
  "SCRAP,Scrap,kg,1,lower,value,,sum,sum",
  "ON-TIME,On time,%,1,higher,ratio,100,ratio,ratio",
].join("\n");

export const FIRST = "2024-04" as Month;
export const LAST = "2026-03" as Month;
/** The month in which scrap rises at every branch, and stays up. */
export const SHIFT = addMonths(FIRST, 14);

const MONTHS = 24;
const WAVE = [0, 0.6, -0.4, 0.9, -0.8, 0.3, -0.5, 0.7, -0.2, 0.5, -0.9, 0.1];

/** Scrap of one branch in the n-th month: about 10, and about 13 from the shift on. */
export function scrap(branch: number, n: number): number {
  const level = addMonths(FIRST, n) < SHIFT ? 10 : 13;
  return Math.round((level + branch + (WAVE[(n * 5 + branch * 3) % WAVE.length] ?? 0)) * 10) / 10;
}

/** Two years of scrap with a lasting rise, and of deliveries, at four branches; `quality` may do everything. */
export async function aShiftedWorld(options: WorldOptions = {}): Promise<World & { quality: Client }> {
  const world = await aWorld(options);
  await world.person("quality", ["quality-manager", null]);
  const quality = await world.as("quality");
  await sendFile(quality, "kpis", KPIS);
  await sendFile(quality, "assignments", `kpi,unit,from\nSCRAP,*,${FIRST}\nON-TIME,*,${FIRST}\n`);
  await sendFile(quality, "targets", "kpi,unit,period,value\nON-TIME,GROUP,2026,95\nSCRAP,N-1,2026-03,12\n");
  await sendFile(quality, "results", results());
  return { ...world, quality };
}

function results(): string {
  const rows = ["unit,kpi,period,value,numerator,denominator"];
  for (let n = 0; n < MONTHS; n += 1) {
    const month = addMonths(FIRST, n);
    BRANCHES.forEach((unit, at) => {
      rows.push(`${unit},SCRAP,${month},${scrap(at, n)},,`);
      rows.push(`${unit},ON-TIME,${month},,${80 + at * 4 + (n % 3)},${100 + at * n}`);
    });
  }
  return rows.join("\n");
}
