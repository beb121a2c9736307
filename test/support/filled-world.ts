import type { Client } from "./client.ts";
import { aWorld, type World, type WorldOptions } from "./world.ts";

/** Files of a small organisation as other systems would send them, in the order in which they must come. */
const FILES = {
  themes: "code,name,strategy,from_year,to_year\nSERVICE,Customers stay,S,2026,2029\n",
  kpis: [
    "code,name,theme,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule",
    "COMPLAINTS,Complaints,SERVICE,number,0,lower,value,,sum,sum",
    "ON-TIME,On time,SERVICE,%,1,higher,ratio,100,ratio,ratio",
  ].join("\n"),
  assignments: "kpi,unit,from\nCOMPLAINTS,*,2025-01\nON-TIME,*,2025-01\n",
  targets: "kpi,unit,period,value\nON-TIME,GROUP,2026,95\n",
} as const;

export const BRANCHES = ["N-1", "N-2", "N-3", "S-1"] as const;
/** The newest month past its due day on the day of the tests. */
export const NEWEST = "2026-03";

/** A world with a quality manager (`quality`), two KPIs and results up to the newest due month. */
export async function aFilledWorld(options: WorldOptions = {}): Promise<World & { quality: Client }> {
  const world = await aWorld(options);
  await world.person("quality", ["quality-manager", null]);
  const quality = await world.as("quality");
  for (const [kind, file] of Object.entries(FILES)) await sendFile(quality, kind, file);
  await sendFile(quality, "results", resultsFile());
  return { ...world, quality };
}

/** Sends a file; fails the test where it is not taken. */
export async function sendFile(client: Client, kind: string, file: string): Promise<void> {
  const answer = await client.send("POST", `/api/v1/imports/${kind}`, {
    body: file,
    headers: { "Content-Type": "text/csv" },
  });
  if (answer.status !== 200) throw new Error(`${kind} was refused: ${answer.text}`);
}

function resultsFile(): string {
  const rows = ["unit,kpi,period,value,numerator,denominator"];
  for (const month of ["2026-01", "2026-02", NEWEST]) {
    BRANCHES.forEach((unit, at) => {
      rows.push(`${unit},COMPLAINTS,${month},${at + 3},,`, `${unit},ON-TIME,${month},,${90 + at},100`);
    });
  }
  return rows.join("\n");
}
