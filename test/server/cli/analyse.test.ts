import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { AnalyseDocument } from "../../../server/cli/analyse-document.ts";
import { runCommandLine } from "../../../server/cli/run.ts";
import { REFERENCE, referenceText } from "../../support/reference.ts";

async function analyse(text: string, ...options: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), "analyse-")), "series.csv");
  writeFileSync(file, text);
  const said: string[] = [];
  const noted: string[] = [];
  const code = await runCommandLine(["analyse", file, ...options], {
    environment: {},
    terminal: { say: (line) => said.push(line), note: (line) => noted.push(line), askHidden: async () => null },
  });
  return { code, said: said.join("\n"), noted };
}

async function series(text: string, ...options: string[]): Promise<AnalyseDocument["series"]> {
  const { said } = await analyse(text, "--json", ...options);
  return (JSON.parse(said) as AnalyseDocument).series;
}

const months = (count: number) =>
  Array.from({ length: count }, (_, i) => `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
const rows = (count: number, value: (i: number) => string) =>
  months(count)
    .map((period, i) => `North,Complaints,${period},${value(i)},5,decrease`)
    .join("\n");
const HEAD = "unit,measure,period,value,target,direction\n";

describe("plumbline analyse", () => {
  test("prints the document with the names of the reference cases", async () => {
    const [only] = await series(HEAD + rows(20, (i) => String(3 + (i % 3) / 10)));
    expect(only).toMatchObject({
      unit: "North",
      measure: "Complaints",
      direction: "decrease",
      target: 5,
      variation_icon: "common_cause",
      assurance_icon: "pass",
      sentence: "Steady and reliably on target.",
    });
    expect(Object.keys(only?.segments[0] ?? {})).toEqual(
      expect.arrayContaining(["first_period", "n", "mean", "lpl", "upl", "short_group_warning"]),
    );
    expect(only?.points[0]).toMatchObject({
      period: "2023-01",
      value: 3,
      point_type: "common_cause",
      special_cause_type: "Common Cause",
      rules: [],
    });
  });

  test("takes semicolons with decimal commas, kpi for measure, higher and lower, and columns it does not need", async () => {
    const text = `Unit;KPI;Period;Value;Direction;ytd_value\nA;b;2024-01;1,5;lower;9\nA;b;2024-02;2,5;lower;`;
    const [only] = await series(text);
    expect(only?.points.map((point) => point.value)).toEqual([1.5, 2.5]);
    expect(only?.direction).toBe("decrease");
  });

  test("begins new limits where it is told to", async () => {
    const [only] = await series(HEAD + rows(30, (i) => String(i < 15 ? i % 2 : 10 + (i % 2))), "--rebase", "2024-04");
    expect(only?.segments.map((segment) => segment.first_period)).toEqual(["2023-01", "2024-04"]);
  });

  test("judges the days between events where their dates are given", async () => {
    const dates = Array.from({ length: 20 }, (_, i) => new Date(Date.UTC(2024, 0, 1 + i * 10 + (i % 3))));
    const text = ["unit,measure,event_date,direction"]
      .concat(dates.map((date) => `North,Injuries,${date.toISOString().slice(0, 10)},decrease`))
      .join("\n");
    const [only] = await series(text);
    expect(only).toMatchObject({ chart: "t", variation: "stable", dates: expect.arrayContaining(["2024-01-12"]) });
    expect(only?.points).toHaveLength(19);
    expect(only?.points[0]?.value).toBe(11);
    const { noted, code } = await analyse("unit,measure,event_date,direction\nA,b,2024-02-30,decrease\n");
    expect([code, noted.join(" ")]).toEqual([1, expect.stringContaining("is no date")]);
  });

  test("takes a chart and a language by name, and names what there is", async () => {
    const text = HEAD + rows(20, (i) => String(3 + (i % 3) / 10));
    const [swedish] = await series(text, "--lang", "sv", "--chart", "run");
    expect(swedish).toMatchObject({ chart: "run", variation: "stable" });
    expect(swedish?.sentence).toContain("Stabilt");
    expect((await analyse(text, "--chart", "pie")).code).toBe(2);
    expect((await analyse(text, "--lang", "tlh")).code).toBe(2);
  });

  test("prints a table for people", async () => {
    const { said, code } = await analyse(HEAD + rows(20, (i) => String(3 + (i % 3) / 10)));
    expect(code).toBe(0);
    expect(said).toContain("Steady and reliably on target.");
  });
});

describe("plumbline analyse refuses", () => {
  test("a file with every fault by row and column", async () => {
    const text =
      "unit,measure,period,value,direction\nA,b,2024-13,1,up\nA,b,2024-01,x,lower\nA,b,2024-02,1,lower\nA,b,2024-02,2,lower\n";
    const { code, noted, said } = await analyse(text, "--json");
    expect(code).toBe(1);
    expect(said).toBe("");
    expect(noted).toEqual([
      'Row 2, direction: "up" is no direction; use increase, decrease, neutral or band.',
      'Row 2, period: "2024-13" is no month; write it as 2026-04.',
      'Row 3, value: "x" is not a number.',
      "Row 5, period: 2024-02 stands already in row 4.",
    ]);
  });

  test("a file without its columns, which it names", async () => {
    const { noted } = await analyse("unit,period\nA,2024-01\n");
    expect(noted.join(" ")).toContain("The column value is missing.");
    expect(noted.join(" ")).toContain("The column measure is missing.");
  });

  test("options that it does not have", async () => {
    const text = HEAD + rows(3, () => "1");
    for (const wrong of [
      ["--rule-set", "x"],
      ["--rebase", "May"],
      ["--fix-after", "11"],
      ["--fix-after", "x"],
      ["--unknown"],
    ]) {
      expect((await analyse(text, ...wrong)).code).toBe(2);
    }
  });
});

type PlainCase = {
  id: string;
  values: number[];
  periods: string[];
  direction: string;
  target: number | null;
  unit: string;
  measure: string;
  expected: {
    point_type: string[];
    special_cause_type: string[];
    variation_icon: string;
    assurance_icon: string | null;
    segments: object[];
  };
};

test.skipIf(REFERENCE === null)(
  "the command reproduces the plain reference cases of real series from their own values",
  async () => {
    const all = (JSON.parse(referenceText("vectors/xmr_real.json") ?? "[]") as PlainCase[]).filter(
      ({ id }) => !id.includes("["),
    );
    const lines = all.flatMap((c) =>
      c.periods.map((period, i) =>
        [JSON.stringify(c.unit), JSON.stringify(c.measure), period, c.values[i], c.target ?? "", c.direction].join(","),
      ),
    );
    const found = await series(
      `unit,measure,period,value,target,direction\n${lines.join("\n")}`,
      "--rule-set",
      "ptd-0.2.2",
    );
    expect(found).toHaveLength(all.length);
    for (const [i, c] of all.entries()) {
      const ours = found[i];
      expect(
        ours?.points.map((point) => point.point_type),
        c.id,
      ).toEqual(c.expected.point_type);
      expect(
        ours?.points.map((point) => point.special_cause_type),
        c.id,
      ).toEqual(c.expected.special_cause_type);
      expect([ours?.variation_icon, ours?.assurance_icon], c.id).toEqual([
        c.expected.variation_icon,
        c.expected.assurance_icon,
      ]);
    }
  },
);
