import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Month, monthRange } from "../../shared/domain/month.ts";
import type { AnalysisAnswer, OverviewAnswer, SnapshotAnswer } from "../support/api-answers.ts";
import { type Fraction, fractionOf, meanOf, rounded } from "../support/fractions.ts";
import { type Api, importAll, type OwnOrganisation, ownOrganisation } from "../support/own-organisation.ts";
import {
  type Expected,
  expectFigure,
  expectJudged,
  monthsIn,
  type Series,
  seriesIn,
} from "../support/published-series.ts";
import { codeOf, MTA_ROOT, mtaFiles, type Published, publishedRows } from "../support/real-input.ts";
import { referenceText } from "../support/reference.ts";
import { differencesFrom, pathOf, plainVectors } from "../support/xmr-vectors.ts";

const csv = referenceText("data/mta.csv");
const SERIES = seriesIn(csv === null ? [] : publishedRows(csv));
const DECIMALS = 2;
/** A month in which nearly every measure is published. */
const PERIOD = "2016-12";

/** Means of published values; the target is the mean of those months', none where a month has none. */
function expected({ first, last, rows }: Series, months: readonly string[]): Expected {
  const found = rows.filter(({ period }) => months.includes(period));
  const reported = found.length;
  const due = months.filter((month) => first <= month && month <= last).length;
  const value = reported === 0 ? null : meanOf(found.map((row) => fractionOf(row.value)));
  const target = targetOf(found);
  const status = statusOf({ value, target, reported, due }, found[0]?.direction ?? "neutral");
  return { value, parts: null, target, reported, due, status };
}

function targetOf(found: readonly Published[]): Fraction | null {
  if (found.length === 0 || found.some(({ target }) => target === "")) return null;
  return meanOf(found.map(({ target }) => fractionOf(target)));
}

function statusOf(told: Omit<Expected, "parts" | "status">, direction: Published["direction"]): string {
  const { value, target, reported, due } = told;
  if (value === null) return "missing";
  if (reported * 100 < 90 * due) return "incomplete";
  if (target === null || direction === "neutral") return "no_target";
  const [shown, asked] = [rounded(value, DECIMALS), rounded(target, DECIMALS)];
  return (direction === "increase" ? shown >= asked : shown <= asked) ? "on" : "off";
}

let own: OwnOrganisation | null = null;
let api: Api;

beforeAll(async () => {
  if (csv === null) return;
  own = await ownOrganisation({ name: "Metropolitan Transportation Authority", fiscalYearStart: 1 });
  await importAll(own, mtaFiles(csv));
  api = await own.serve();
}, 180_000);
afterAll(() => own?.end());

describe.skipIf(csv === null)("an organisation made of the published MTA data", () => {
  test("shows each series month by month as the data say", async () => {
    let [points, reported] = [0, 0];
    for (const series of SERIES) {
      const path = `/kpis/${codeOf(series.measure)}/analysis?unit=${codeOf(series.unit)}&from=${series.first}&to=${series.last}`;
      for (const point of (await api.get<AnalysisAnswer>(path)).points) {
        const told = expected(series, [point.period]);
        expectJudged(point, told, `${series.unit} ${series.measure} ${point.period}`);
        points += 1;
        reported += told.reported;
      }
    }
    expect(points).toBe(SERIES.reduce((sum, series) => sum + monthsIn(series), 0));
    expect(reported).toBe(5687);
  });

  test("answers each agency's overview with the year to date by the same means", async () => {
    const year = monthRange("2016-01" as Month, PERIOD as Month) as readonly string[];
    let shown = 0;
    for (const unit of new Set(SERIES.map((series) => series.unit))) {
      const { kpis } = await api.get<OverviewAnswer>(`/overview?unit=${codeOf(unit)}&period=${PERIOD}`);
      for (const row of kpis) {
        const series = SERIES.find((one) => one.unit === unit && codeOf(one.measure) === row.kpi);
        if (series === undefined) throw new Error(`${unit} does not publish ${row.kpi}`);
        if (series.last < PERIOD || series.first > PERIOD) continue;
        expectJudged(row, expected(series, [PERIOD]), `${unit} ${row.kpi}`);
        expectJudged(row.ytd, expected(series, year), `${unit} ${row.kpi} year to date`);
        shown += 1;
      }
    }
    expect(shown).toBe(SERIES.filter(({ first, last }) => first <= PERIOD && PERIOD <= last).length);
  });

  test("rolls nothing up that was published without its parts", async () => {
    const { kpis } = await api.get<OverviewAnswer>(`/overview?unit=${MTA_ROOT}&period=${PERIOD}`);
    for (const { kpi, figure, status } of kpis) {
      expect([figure.kind, figure.value, status], kpi).not.toContain("number");
    }
  });

  test("freezes an agency's year as the data say", async () => {
    const unit = "Bridges and Tunnels";
    const asked = JSON.stringify({ unit: codeOf(unit), period: PERIOD, label: "Year 2016" });
    const { status, answer } = await api.post("/snapshots", asked);
    expect(status).toBe(201);
    const { payload } = JSON.parse(
      await api.text(`/snapshots/${(answer as SnapshotAnswer).id}.json`),
    ) as SnapshotAnswer;
    const published = SERIES.filter((series) => series.unit === unit);
    expect(payload.kpis).toHaveLength(published.length);
    for (const { kpi, points } of payload.kpis) {
      const series = published.find(({ measure }) => codeOf(measure) === kpi);
      if (series === undefined) throw new Error(`${kpi} is not published`);
      expect(points).toHaveLength(36);
      for (const { period, figure } of points) expectFigure(figure, expected(series, [period]), `${kpi} ${period}`);
    }
  });

  test("judges like the health service's own package", async () => {
    const vectors = plainVectors("mta");
    const differing: string[] = [];
    for (const vector of vectors) {
      const found = differencesFrom(vector, await api.get<AnalysisAnswer>(pathOf(vector, codeOf)));
      if (found.length > 0) differing.push(`${vector.id}: ${found.join("; ")}`);
    }
    expect(differing).toEqual([]);
    expect(vectors).toHaveLength(40);
  });
});
