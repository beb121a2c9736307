import type { KpiPoint } from "../contracts/kpi-view.ts";

/** Where the point of a month stands: its figure, or what the chart draws in its place (g: exposure between events). */
export function drawnValue({ plotted, figure }: Pick<KpiPoint, "plotted" | "figure">): number | null {
  return plotted === undefined ? figure.value : plotted;
}

/** Targets and forecasts are in the KPI's unit of measure; a chart of something else cannot show them. */
export function showsTarget({ chart }: { chart?: string | undefined }): boolean {
  return chart !== "g";
}
