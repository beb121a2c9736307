import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { Client } from "./client.ts";
import { aFilledWorld, NEWEST, sendFile } from "./filled-world.ts";
import type { World, WorldOptions } from "./world.ts";

/** The first month after which the level of `FELL` changed. */
export const CHANGED: Month = "2025-09" as Month;
/** A KPI whose level fell in `CHANGED`, and one that only varies; lower is better for both. */
export const FELL = "CALLBACKS";
export const SAME = "REWORK";

/** A filled world in which N-1 reports two KPIs since 2023: one fell from 5 to 4 in September 2025, one stayed. */
export async function anActionWorld(options: WorldOptions = {}): Promise<World & { quality: Client }> {
  const world = await aFilledWorld(options);
  const head = "code,name,theme,unit_of_measure,decimals,direction,input,org_rule,time_rule";
  await sendFile(
    world.quality,
    "kpis",
    [head, ...[FELL, SAME].map((kpi) => `${kpi},${nameOf(kpi)},SERVICE,number,1,lower,value,sum,sum`)].join("\n"),
  );
  await sendFile(world.quality, "assignments", `kpi,unit,from\n${FELL},N-1,2023-01\n${SAME},N-1,2023-01\n`);
  await sendFile(world.quality, "targets", `kpi,unit,period,value\n${FELL},N-1,2026,42\n${SAME},N-1,2026,48\n`);
  await sendFile(world.quality, "results", resultsFile());
  return world;
}

const nameOf = (kpi: string) => `${kpi.charAt(0)}${kpi.slice(1).toLowerCase()}`;

/** Small differences without any order to them. */
const NOISE = [0.1, -0.2, 0.2, 0, -0.1, 0.2, -0.2, 0.1, 0, -0.1, 0.1, -0.1, 0.2];

function resultsFile(): string {
  const rows = ["unit,kpi,period,value"];
  let place = 0;
  for (let month = "2023-01" as Month; month <= NEWEST; month = addMonths(month, 1)) {
    const noise = NOISE[place % NOISE.length] ?? 0;
    place += 1;
    rows.push(`N-1,${FELL},${month},${((month < CHANGED ? 5 : 4) + noise).toFixed(1)}`);
    rows.push(`N-1,${SAME},${month},${(4 + noise).toFixed(1)}`);
  }
  return rows.join("\n");
}
