import type { SparkView } from "../../shared/contracts/insight.ts";
import type { Month } from "../../shared/domain/month.ts";
import { kpiView } from "../client/kpi-story.ts";
import { CALLBACKS } from "../client/stories.ts";
import { numbers } from "../client/story.ts";
import { median, publish } from "../support/bench-report.ts";
import { launchBrowser, openChartPage } from "../support/browser.ts";
import type { ChartPage } from "../support/chart-page.tsx";

declare const chartPage: ChartPage;

const ROUNDS = 15;
const CARDS = 50;

const next = numbers(7);
const long = kpiView({
  ...CALLBACKS,
  first: "1940-01" as Month,
  values: Array.from({ length: 1000 }, () => 4 + next()),
  targets: 4.5,
});
const view = kpiView(CALLBACKS);
const spark: SparkView = {
  months: view.points.map((point) => point.period),
  values: view.points.map((point) => point.figure.value),
  marks: view.points.map((point) => point.pointType),
  targets: view.points.map((point) => point.target?.value ?? null),
  low: 3.8,
  high: 4.6,
  excluded: view.points.map(() => false),
};
const cards = Array.from({ length: CARDS }, (_, index) => [`KPI ${index}`, spark] as const);

const browser = await launchBrowser();
const page = await openChartPage(browser);
const plain: number[] = [];
const sparks: number[] = [];
const opened: number[] = [];
const thousand: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  plain.push(await page.evaluate((count) => chartPage.drawPlain(count), CARDS));
  sparks.push(await page.evaluate((given) => chartPage.drawSparks(given), cards));
  opened.push(await page.evaluate((given) => chartPage.drawSpc(given, 760), view));
  thousand.push(await page.evaluate((given) => chartPage.drawSpc(given, 1200), long));
}
await browser.close();

publish("charts", [
  { what: "50 plain drawings, the floor", value: median(plain), unit: "ms" },
  { what: "50 KPI cards", value: median(sparks), unit: "ms" },
  { what: "50 KPI cards, times the floor", value: median(sparks) / median(plain), unit: "x", atMost: 3 },
  { what: "the opened chart of 22 months", value: median(opened), unit: "ms" },
  { what: "the opened chart of 1,000 months", value: median(thousand), unit: "ms", atMost: 60 },
]);
