import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import { createRoot, type Root } from "react-dom/client";
import { SparkChart } from "../../client/charts/spark-chart.tsx";
import { SpcChart } from "../../client/charts/spc-chart.tsx";
import { OverlayProvider } from "../../client/ui/overlay-provider.tsx";
import type { SpcView } from "../../shared/charts/spc-frame.ts";
import type { SparkView } from "../../shared/contracts/insight.ts";

/** The charts alone in a page of their own, drawn from what a test hands over. */
const page = {
  drawSpc(view: SpcView, width: number): number {
    return draw(
      <div style={{ inlineSize: width, background: "var(--surface)" }}>
        <SpcChart
          view={view}
          name="What the chart says"
          description="What the chart shows, in a sentence"
          unitOfMeasure="%"
          fiscalYearStart={1}
          locale="en-GB"
          changeText="Level changed"
          varianceName="Difference from target"
          varianceNote="above = worse here"
        />
      </div>,
    );
  },
  drawSparks(sparks: readonly (readonly [name: string, spark: SparkView])[]): number {
    return draw(
      sparks.map(([name, spark]) => <SparkChart key={name} {...{ spark, label: "A KPI", width: 170, height: 32 }} />),
    );
  },
  /** The floor to compare with: as many plain drawings of the same size, written as text. */
  drawPlain(count: number): number {
    const line = Array.from(
      { length: 24 },
      (_, index) => `${index === 0 ? "M" : "L"}${index * 7} ${(index * 13) % 30}`,
    ).join("");
    const drawing = `<svg viewBox="0 0 170 32" width="170" height="32" role="img" aria-label="A line"><rect width="170" height="20" y="6" fill="#eee"/><path d="M0 10H170" stroke="#333"/><path d="${line}" fill="none" stroke="#333"/><circle cx="166" cy="12" r="3"/></svg>`;
    const begin = performance.now();
    clear();
    place().innerHTML = drawing.repeat(count);
    place().getBoundingClientRect();
    return performance.now() - begin;
  },
};

let root: Root | null = null;

function place(): HTMLElement {
  const found = document.getElementById("root");
  if (found === null) throw new Error("the page has no place to draw in");
  return found;
}

function clear() {
  root?.unmount();
  root = null;
}

/** Milliseconds from nothing to a laid-out picture. */
function draw(content: ReactNode): number {
  clear();
  place().replaceChildren();
  const begin = performance.now();
  root = createRoot(place());
  flushSync(() => root?.render(<OverlayProvider>{content}</OverlayProvider>));
  place().getBoundingClientRect();
  return performance.now() - begin;
}

export type ChartPage = typeof page;
Object.assign(globalThis, { chartPage: page });
