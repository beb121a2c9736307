import { afterAll, beforeAll, expect, test } from "vitest";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import type { ResultsAnswer } from "../support/api-answers.ts";
import { type Api, importAll, type OwnOrganisation, ownOrganisation } from "../support/own-organisation.ts";

const FILES = {
  units: "code,name,kind,parent\nG,Group,group,\nB1,One,branch,G\nB2,Two,branch,G\n",
  themes: "code,name,strategy,from_year,to_year\nT1,Customers,Plan,2025,2028\n",
  kpis: [
    "code,name,theme,unit_of_measure,decimals,direction,input,multiplier,org_rule,time_rule,frequency,minimum,maximum",
    "SOLD,Sold,T1,pieces,0,higher,value,,sum,sum,month,0,1000",
    "RATE,Right first time,T1,%,1,higher,ratio,100,ratio,ratio,month,0,100",
    "MOOD,Mood,T1,points,1,higher,value,,mean,mean,quarter,,",
  ].join("\n"),
  assignments: "kpi,unit,from\nSOLD,*,2025-01\nRATE,*,2025-01\nMOOD,*,2025-01\n",
  targets: "kpi,unit,period,value\nSOLD,B1,2025,600\nRATE,G,2025,90\n",
};

/** Each line with the one fault planted in it; the first is row 2 of the file. */
const FAULTS: readonly (readonly [line: string, fault: string])[] = [
  ["B1,SOLD,2025-13,1,,", "period not-a-month"],
  ["B1,SOLD,March 25,1,,", "period not-a-month"],
  ["B9,SOLD,2025-03,1,,", "unit unknown-unit"],
  ["B1,NONE,2025-03,1,,", "kpi unknown-kpi"],
  [",SOLD,2025-01,1,,", "unit required"],
  ["B1,,2025-01,1,,", "kpi required"],
  ["B1,SOLD,,1,,", "period required"],
  ["B1,SOLD,2025-02,abc,,", "value not-a-number"],
  ["B1,SOLD,2025-03,12 pcs,,", "value not-a-number"],
  ["B1,SOLD,2025-04,1001,,", "value beyond-limits"],
  ["B1,SOLD,2025-05,-1,,", "value beyond-limits"],
  ["G,SOLD,2025-06,1,,", "kpi not-assigned"],
  ["B1,SOLD,2024-12,1,,", "kpi not-assigned"],
  ["B1,SOLD,2199-01,1,,", "period future-month"],
  ["B1,MOOD,2025-02,1,,", "period not-a-period-end"],
  ["B1,RATE,2025-07,50,,", "numerator ratio-needs-parts"],
  ["B1,RATE,2025-08,,1,", "denominator ratio-needs-parts"],
  ["B1,RATE,2025-09,50,1,4", "value numerator-and-value-disagree"],
  ["B1,RATE,2025-10,,1,-4", "denominator denominator-negative"],
  ["B1,SOLD,2025-11,7,1,", "numerator parts-need-ratio"],
];
const GOOD = "B2,SOLD,2025-03,5,,";
const BAD_FILE = ["unit,kpi,period,value,numerator,denominator", ...FAULTS.map(([line]) => line), GOOD].join("\n");
const NAMED = FAULTS.map(([, fault], index) => `${index + 2} ${fault}`);

let own: OwnOrganisation;
let api: Api;

beforeAll(async () => {
  own = await ownOrganisation({ name: "Two branches", fiscalYearStart: 1 });
  await importAll(own, { ...FILES, results: "unit,kpi,period,value\nB1,SOLD,2025-01,3\n" });
  api = await own.serve();
}, 180_000);
afterAll(() => own.end());

function expectAllNamed(report: ImportReport): void {
  expect(report).toMatchObject({ outcome: "refused", rows: 21, stored: 0, unchanged: 0 });
  expect(report.errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(NAMED);
  for (const { message } of report.errors) expect(message).toMatch(/^.{15,}\.$/su);
}

const held = async () => (await api.get<ResultsAnswer>("/results")).results.length;

test("a file with twenty faults is refused on the command line, each named, and nothing is stored", async () => {
  const { code, report } = await own.importText("results", BAD_FILE);
  expect(code).toBe(1);
  expectAllNamed(report);
  expect(await held()).toBe(1);
});

test("the same file is refused over HTTP with the same report", async () => {
  const { status, answer } = await api.post("/imports/results", BAD_FILE, "text/csv");
  expect(status).toBe(422);
  expectAllNamed(answer as ImportReport);
  expect(await held()).toBe(1);
});

test("its one good row alone is taken", async () => {
  const { status } = await api.post("/imports/results", `unit,kpi,period,value\nB2,SOLD,2025-03,5\n`, "text/csv");
  expect(status).toBe(200);
  expect(await held()).toBe(2);
});
