import type { PictureWords } from "../../charts/chart-picture.ts";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";

type Told = Pick<PictureWords, "title" | "subtitle" | "description">;

/** What a saved chart says above and below itself: its message, what it shows, whose it is and of which day's knowledge. */
export function usePictureWords(told: Told): PictureWords {
  const { organisation } = useSession();
  const asOf = useScope()?.asOf ?? null;
  const foot = [organisation.name, asOf === null ? null : `as known at ${asOf}`, "Plumbline"];
  return { ...told, foot: foot.filter((part) => part !== null).join(" · ") };
}

type Shown = { readonly kpi: string; readonly unit: { readonly code: string }; readonly period: string };

/** "plumbline-CALLBACKS-GROUP-2026-10-funnel". */
export function chartFile({ kpi, unit, period }: Shown, what?: string): string {
  return ["plumbline", kpi, unit.code, period, what].filter((part) => part !== undefined).join("-");
}
