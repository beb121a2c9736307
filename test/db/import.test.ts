import { expect, test } from "vitest";
import type { Store } from "../../db/store.ts";
import { type Actor, actorOfEmail, operator } from "../../server/access/actor.ts";
import { readTable } from "../../server/files/read-table.ts";
import { importTable } from "../../server/results/import.service.ts";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import type { ImportKind } from "../../shared/domain/imports/columns.ts";
import { type DatabaseUnderTest, describeEachDatabase, TEST_NOW } from "../support/databases.ts";
import { aReportingWorld, month } from "../support/reporting-world.ts";

type Brought = {
  readonly kind: ImportKind;
  readonly lines: readonly string[];
  readonly dryRun?: boolean;
  /** The operator where none is named. */
  readonly actor?: Actor;
};

async function bring(store: Store, { kind, lines, dryRun = false, ...by }: Brought): Promise<ImportReport> {
  const actor = by.actor ?? (await operator({ store, now: () => TEST_NOW }));
  const table = await readTable(Buffer.from(`${lines.join("\n")}\n`));
  return importTable(actor, { kind, table, decimal: "point", dryRun });
}

/** A file of each kind, in the order in which an organisation would bring them. */
const FILES: readonly (readonly [ImportKind, readonly string[]])[] = [
  [
    "units",
    ["code,name,kind,parent,from", "G,Group,group,,", "N,North,area,G,", "B1,One,branch,N,", "B2,Two,branch,N,"],
  ],
  ["themes", ["code,name,strategy,from_year,to_year,long_term_goal", "T1,Customers,Plumb,2025,2028,Fewer callbacks"]],
  [
    "kpis",
    [
      "code,name,theme,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule,tolerance,tolerance_kind,expression",
      "FIX,First-time fix,T1,%,1,higher,ratio,100,ratio,ratio,2,absolute,",
      "SOLD,Sold,,pieces,0,higher,value,,sum,sum,,,",
      "SHARE,Share,,%,1,neutral,derived,,none,last,,,[SOLD] / 10",
    ],
  ],
  ["assignments", ["kpi,unit,from,to", "FIX,*,2025-01,", "SOLD,*,2025-01,"]],
  ["targets", ["kpi,unit,period,value", "FIX,G,2026,90", "SOLD,B1,2026,100", "SOLD,B2,2026-03,12.5"]],
  ["people", ["email,name,role,unit,from,to", "one@example.org,Unit manager,contributor,B1,2026-01-01,"]],
  [
    "results",
    [
      "unit,kpi,period,value,numerator,denominator,comment",
      "B1,FIX,2026-03,,46,50,",
      "B2,FIX,2026-03,90,9,10,two lines",
      "B1,SOLD,2026-03,0.1,,,",
      "B2,SOLD,2026-03,n/a,,,",
      "B2,SOLD,2026-02,,,,",
    ],
  ],
];

async function anOrganisation(database: DatabaseUnderTest): Promise<Store> {
  const store = await database.open();
  const settings = { name: "Here", fiscalYearStart: 1, locale: "en", timeZone: "UTC", entryDueDay: 10 };
  await store.command({ actor: "operator", command: "founded", entity: "organisation" }, (store) =>
    store.organisation.say({ ...settings, minimumCoverage: 90, approval: false, retentionYears: 10 }),
  );
  return store;
}

async function recordedRows(store: Store): Promise<Record<string, unknown>> {
  const head = await store.audit.head();
  const figures = await store.results.list({ units: null, kpis: null, from: null, to: null, limit: 9999, after: null });
  return {
    head,
    figures: figures.length,
    units: await store.organisation.units(),
    terms: await store.kpis.termsOf({ kpis: null, units: null }),
  };
}

describeEachDatabase("imports", (database) => {
  test("an organisation comes in by seven files, rolls up, and a second time changes nothing", async () => {
    const store = await anOrganisation(database);
    for (const [kind, lines] of FILES) {
      const report = await bring(store, { kind, lines });
      expect({ kind, ...report }).toMatchObject({
        outcome: "accepted",
        errors: [],
        unchanged: 0,
        rows: lines.length - 1,
      });
    }
    const ids = await store.organisation.unitIds(["G", "N"]);
    const [group = 0, north = 0] = [ids.get("G"), ids.get("N")];
    const answer = await store.insight.figures({ units: [group, north], kpis: null, months: [month("2026-03")] });
    const fix = answer.at(group).get("FIX")?.periods[0];
    expect(fix?.cell).toMatchObject({ numer: { digits: 55 }, denom: { digits: 60 }, reported: 2, assigned: 2 });
    expect(answer.at(north).get("FIX")?.periods[0]?.target).toMatchObject({ source: "inherited" });
    const sold = answer.at(north).get("SOLD")?.periods[0]?.cell;
    expect(sold).toMatchObject({ reported: 1, assigned: 1, notApplicable: 1 });
    const head = await store.audit.head();
    for (const [kind, lines] of FILES) {
      expect({ kind, ...(await bring(store, { kind, lines })) }).toMatchObject({ outcome: "accepted", stored: 0 });
    }
    expect(await store.audit.head()).toEqual(head);
  });

  test("a dry run judges the file and stores nothing", async () => {
    const store = await anOrganisation(database);
    const [[kind, lines] = ["units", []] as const] = FILES;
    const before = await recordedRows(store);
    expect(await bring(store, { kind, lines, dryRun: true })).toMatchObject({
      outcome: "accepted",
      rows: 4,
      stored: 0,
    });
    expect(await recordedRows(store)).toEqual(before);
  });

  test("a file with twenty faults is refused with all twenty named, and leaves nothing", async () => {
    const { store, as } = await aReportingWorld(await database.open());
    const before = await recordedRows(store);
    const report = await bring(store, { kind: "results", lines: TWENTY_FAULTS, actor: await as("stranger") });
    expect(report).toMatchObject({ outcome: "refused", stored: 0, unchanged: 0 });
    expect(report.errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(NAMED);
    expect(report.errors.every(({ message }) => message.length > 10)).toBe(true);
    expect(await recordedRows(store)).toEqual(before);
  });

  test("a person brings in what they may enter, named in the audit, and nothing for others", async () => {
    const { store, shown } = await aReportingWorld(await database.open());
    const actor = await actorOfEmail(
      { store, now: () => TEST_NOW },
      { email: "stranger@example.org", source: "import" },
    );
    if (actor === null) throw new Error("no such person");
    const header = "unit,kpi,period,value";
    expect(
      await bring(store, { kind: "results", lines: [header, "B1,SOLD,2026-03,5", "B2,SOLD,2026-03,7"], actor }),
    ).toMatchObject({
      outcome: "refused",
      errors: [{ row: 2, code: "not-allowed" }],
    });
    expect(await bring(store, { kind: "results", lines: [header, "B2,SOLD,2026-03,7"], actor })).toMatchObject({
      stored: 1,
    });
    expect(await shown({ unit: "GROUP" })).toBe(7);
    const [event] = await store.audit.list({ units: null, from: (await store.audit.head()).seq, limit: 1 });
    expect(event).toMatchObject({ actor: actor.by, command: "imported", entity: "results" });
  });
});

/** Rows 2 to 21 hold one fault each; `stranger` may enter for B2. */
const TWENTY_FAULTS = [
  "unit,kpi,period,value,numerator,denominator,comment",
  "B2,SOLD,2026-13,1,,,",
  "B2,SOLD,2026-3,1,,,",
  "B9,SOLD,2026-03,1,,,",
  "B2,NONE,2026-03,1,,,",
  ",SOLD,2025-01,1,,,",
  "B2,,2025-01,1,,,",
  "B2,SOLD,,1,,,",
  "B2,SOLD,2025-02,abc,,,",
  "B2,SOLD,2025-03,12 abc,,,",
  "B2,SOLD,2025-04,1001,,,",
  "B2,SOLD,2025-05,-1,,,",
  "B1,SOLD,2025-06,1,,,",
  "B2,SOLD,2024-12,1,,,",
  "B2,SOLD,2027-01,1,,,",
  "B2,MOOD,2025-02,1,,,",
  "B2,RATE,2025-07,50,,,",
  "B2,RATE,2025-08,,1,,",
  "B2,RATE,2025-09,50,1,4,",
  "B2,RATE,2025-10,,1,-4,",
  "B2,SOLD,2025-11,7,1,,",
];

const NAMED = [
  "2 period not-a-month",
  "3 period not-a-month",
  "4 unit unknown-unit",
  "5 kpi unknown-kpi",
  "6 unit required",
  "7 kpi required",
  "8 period required",
  "9 value not-a-number",
  "10 value not-a-number",
  "11 value beyond-limits",
  "12 value beyond-limits",
  "13 unit not-allowed",
  "14 kpi not-assigned",
  "15 period future-month",
  "16 period not-a-period-end",
  "17 numerator ratio-needs-parts",
  "18 denominator ratio-needs-parts",
  "19 value numerator-and-value-disagree",
  "20 denominator denominator-negative",
  "21 numerator parts-need-ratio",
];
