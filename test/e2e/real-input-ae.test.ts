import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import type {
  AnalysisAnswer,
  OverviewAnswer,
  ResultsAnswer,
  SnapshotAnswer,
  UnitsAnswer,
} from "../support/api-answers.ts";
import { fractionOf, numberOf, percentOf, rounded, sumOf } from "../support/fractions.ts";
import { type Api, importAll, type OwnOrganisation, ownOrganisation } from "../support/own-organisation.ts";
import {
  type Expected,
  expectFigure,
  expectJudged,
  monthsIn,
  type Series,
  seriesIn,
} from "../support/published-series.ts";
import { AE_FISCAL_YEAR_START, AE_ROOT, aeFiles, type Published, publishedRows } from "../support/real-input.ts";
import { referenceText } from "../support/reference.ts";
import { isClose } from "../support/reference-compare.ts";
import { differencesFrom, pathOf, plainVectors } from "../support/xmr-vectors.ts";

const csv = referenceText("data/ae.csv");
const rows = csv === null ? [] : publishedRows(csv);
const MONTHS = monthRange("2016-04" as Month, "2019-03" as Month);
const LAST = "2019-03";
const YEAR = MONTHS.slice(-12) as readonly string[];

const SERIES = seriesIn(rows);
const MEASURES = [...new Set(rows.map(({ measure }) => measure))];
const TARGET = { above: 95n, below: 1n };

/** Sums of numerators over sums of denominators, sums of counts; the target is the same everywhere. */
function expected(series: readonly Series[], months: readonly string[]): Expected {
  const found = series.flatMap((one) => one.rows.filter(({ period }) => months.includes(period)));
  const reported = found.length;
  const due = series.reduce(
    (sum, { first, last }) => sum + months.filter((month) => first <= month && month <= last).length,
    0,
  );
  const target = series.some((one) => one.rows.some((row) => row.target === "95")) ? TARGET : null;
  const { value, parts } = sumsOf(found);
  return { value, parts, target, reported, due, status: statusOf({ value, target, reported, due }) };
}

function sumsOf(found: readonly Published[]): Pick<Expected, "value" | "parts"> {
  const [first] = found;
  if (first === undefined) return { value: null, parts: null };
  if (first.denominator === "") return { value: sumOf(found.map(({ value }) => fractionOf(value))), parts: null };
  const numerator = sumOf(found.map((row) => fractionOf(row.numerator)));
  const denominator = sumOf(found.map((row) => fractionOf(row.denominator)));
  const parts = { numerator: numberOf(numerator), denominator: numberOf(denominator) };
  return { parts, value: percentOf(numerator, denominator) };
}

function statusOf({ value, target, reported, due }: Omit<Expected, "parts" | "status">): string {
  if (value === null) return "missing";
  if (reported * 100 < 90 * due) return "incomplete";
  if (target === null) return "no_target";
  return rounded(value, 1) >= 950n ? "on" : "off";
}

const ofMeasure = (measure: string) => SERIES.filter((series) => series.measure === measure);

let own: OwnOrganisation | null = null;
let api: Api;

beforeAll(async () => {
  if (csv === null) return;
  own = await ownOrganisation({ name: "A&E departments", fiscalYearStart: AE_FISCAL_YEAR_START });
  await importAll(own, aeFiles(csv));
  api = await own.serve();
}, 180_000);
afterAll(() => own?.end());

describe.skipIf(csv === null)("an organisation made of the published A&E data", () => {
  test("holds every published cell as it was published", async () => {
    const told = new Map(rows.map((row) => [`${row.unit} ${row.measure} ${row.period}`, row]));
    let held = 0;
    for (let cursor: string | null = ""; cursor !== null; ) {
      const after: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page: ResultsAnswer = await api.get(`/results?limit=1000${after}`);
      for (const { unit, kpi, period, value, numerator, denominator } of page.results) {
        const row = told.get(`${unit} ${kpi} ${period}`);
        const text = (number: number | null) => (number === null ? "" : String(number));
        expect([text(numerator), text(denominator)], `${unit} ${kpi} ${period}`).toEqual([
          row?.numerator,
          row?.denominator,
        ]);
        expect(Math.abs((value ?? Number.NaN) - Number(row?.value))).toBeLessThan(1e-6);
        held += 1;
      }
      cursor = page.nextCursor;
    }
    expect(held).toBe(4695);
  });

  test("shows each series month by month as the data say", async () => {
    let points = 0;
    for (const series of SERIES) {
      const path = `/kpis/${series.measure}/analysis?unit=${series.unit}&from=${series.first}&to=${series.last}`;
      for (const point of (await api.get<AnalysisAnswer>(path)).points) {
        expectJudged(point, expected([series], [point.period]), `${series.unit} ${series.measure} ${point.period}`);
        points += 1;
      }
    }
    expect(points).toBe(SERIES.reduce((sum, one) => sum + monthsIn(one), 0));
  });

  test("rolls every month up as independent sums do", async () => {
    for (const measure of MEASURES) {
      const { points } = await api.get<AnalysisAnswer>(
        `/kpis/${measure}/analysis?unit=${AE_ROOT}&from=2016-04&to=${LAST}`,
      );
      expect(points).toHaveLength(36);
      for (const point of points)
        expectJudged(point, expected(ofMeasure(measure), [point.period]), `${measure} ${point.period}`);
    }
  });

  test("lists every unit of every month beside its figure", async () => {
    let cells = 0;
    for (const measure of MEASURES) {
      for (const period of MONTHS) {
        const { units } = await api.get<UnitsAnswer>(`/kpis/${measure}/units?unit=${AE_ROOT}&period=${period}`);
        const due = ofMeasure(measure).filter(({ first, last }) => first <= period && period <= last);
        expect(
          units
            .filter(({ coverage }) => coverage.due > 0)
            .map(({ unit }) => unit)
            .sort(),
        ).toEqual(due.map(({ unit }) => unit).sort());
        for (const series of due) {
          const row = units.find(({ unit }) => unit === series.unit);
          const told = expected([series], [period]);
          if (row !== undefined) expectJudged(row, told, `${series.unit} ${measure} ${period}`);
          cells += told.reported;
        }
      }
    }
    expect(cells).toBe(4695);
  });
});

describe.skipIf(csv === null)("its pages", () => {
  test("answers the overview with year to date and last year by the same sums", async () => {
    const lastYear = MONTHS.slice(-24, -12) as readonly string[];
    const { kpis } = await api.get<OverviewAnswer>(`/overview?unit=${AE_ROOT}&period=${LAST}`);
    expect(kpis.map(({ kpi }) => kpi).sort()).toEqual([...MEASURES].sort());
    for (const row of kpis) {
      const series = ofMeasure(row.kpi);
      expectJudged(row, expected(series, [LAST]), row.kpi);
      expectJudged(row.ytd, expected(series, YEAR), `${row.kpi} year to date`);
      expectFigure(row.lastYear.figure, expected(series, lastYear), `${row.kpi} last year`);
      expect([row.ytd.months, row.lastYear.months]).toEqual([12, 12]);
    }
  });

  test("answers the overview of each department", async () => {
    let shown = 0;
    for (const unit of new Set(SERIES.map((series) => series.unit))) {
      const { kpis } = await api.get<OverviewAnswer>(`/overview?unit=${unit}&period=${LAST}`);
      for (const row of kpis) {
        const series = SERIES.filter((one) => one.unit === unit && one.measure === row.kpi);
        if (series[0]?.last !== LAST) continue;
        expectJudged(row, expected(series, [LAST]), `${unit} ${row.kpi}`);
        expectJudged(row.ytd, expected(series, YEAR), `${unit} ${row.kpi} year to date`);
        shown += 1;
      }
    }
    expect(shown).toBe(SERIES.filter((series) => series.last === LAST).length);
  });
});

describe.skipIf(csv === null)("its snapshot and its signals", () => {
  test("freezes the same figures, and the file bears the hash of its payload", async () => {
    const asked = JSON.stringify({ unit: AE_ROOT, period: LAST, label: "Year end 2018/19" });
    const { status, answer } = await api.post("/snapshots", asked);
    expect(status).toBe(201);
    const { id, sha256 } = answer as SnapshotAnswer;
    const text = await api.text(`/snapshots/${id}.json`);
    const payload = text.slice(text.indexOf('"payload":') + '"payload":'.length, text.lastIndexOf(',"seal":"'));
    expect(createHash("sha256").update(payload).digest("hex")).toBe(sha256);
    const frozen = (JSON.parse(text) as SnapshotAnswer).payload.kpis;
    expect(frozen.map(({ kpi }) => kpi).sort()).toEqual([...MEASURES].sort());
    for (const { kpi, points } of frozen) {
      expect(points).toHaveLength(36);
      for (const { period, figure, status: word } of points) {
        const told = expected(ofMeasure(kpi), [period]);
        expectFigure(figure, told, `${kpi} ${period}`);
        expect(word).toBe(told.status);
      }
    }
    const lines: Record<string, string>[] = parse(await api.text(`/snapshots/${id}.csv`), { columns: true, bom: true });
    expect(lines).toHaveLength(108);
    for (const line of lines) {
      const told = expected(ofMeasure(line["kpi"] ?? ""), [line["period"] ?? ""]);
      expect(isClose(Number(line["value"]), told.value === null ? null : numberOf(told.value), 1e-14)).toBe(true);
      expect(line["sha256"]).toBe(sha256);
    }
  });

  test("judges like the health service's own package", async () => {
    const vectors = plainVectors("ae");
    const differing: string[] = [];
    for (const vector of vectors) {
      const found = differencesFrom(vector, await api.get<AnalysisAnswer>(pathOf(vector, (name) => name)));
      if (found.length > 0) differing.push(`${vector.id}: ${found.join("; ")}`);
    }
    expect(differing).toEqual([]);
    expect(vectors).toHaveLength(137);
  });
});
