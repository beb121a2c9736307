import type { MoveStep } from "../../../shared/charts/move-shape.ts";
import type { ExplainView, PartMoveView } from "../../../shared/contracts/explain-move.ts";
import { formatNumber } from "../../ui/format.ts";

/** The steps of the waterfall, in the order of the table. */
export function moveSteps({ parts }: Pick<ExplainView, "parts">): MoveStep[] {
  return parts.map(({ unit, name, rate, mix, total }) => ({
    ...{ key: unit?.code ?? "rest", name, rate: rate.value, mix: mix.value, shown: total.shown },
  }));
}

/** The last row: the whole change, drawn in one piece from 0. */
export function changeStep({ change }: Pick<ExplainView, "change">): Omit<MoveStep, "key"> {
  return { name: "Whole change", rate: change?.value ?? 0, mix: 0, shown: change?.shown ?? "" };
}

export const BETTER_SIDE = { higher: 1, lower: -1, band: 0, neutral: 0 } as const;

/** "31 → 42 %": how much of the whole a part was, and is. */
export function shareText({ shareBefore, shareAfter }: PartMoveView, locale: string): string {
  const percent = (share: number | null) => (share === null ? "–" : formatNumber(share * 100, 1, locale));
  return shareBefore === null && shareAfter === null ? "" : `${percent(shareBefore)} → ${percent(shareAfter)} %`;
}
