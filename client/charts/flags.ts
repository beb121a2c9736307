import { type Box, boxAround } from "../../shared/charts/label-placement.ts";
import { px } from "../../shared/charts/scale.ts";
import type { SpcFrame, SpcView } from "../../shared/charts/spc-frame.ts";
import { say } from "../text/say.ts";

/** A letter on the time axis: what was done or what happened, and the place on the page that tells it. */
export type Flag = { key: string; letter: string; name: string; href: string; x: number; y: number };

const RADIUS = 12;

/** A, B … Z, AA, AB …: the letters of flags. */
function letterAt(index: number): string {
  const before = Math.floor(index / 26);
  return `${before === 0 ? "" : letterAt(before - 1)}${String.fromCharCode(65 + (index % 26))}`;
}

/** Notes go on with the letters where the plans end. */
export function noteLetter({ plans }: Pick<SpcView, "plans">, index: number): string {
  return letterAt(plans.length + index);
}

/** Plans and notes by their letters; two in one month stand one above the other. */
export function chartFlags(view: SpcView, frame: SpcFrame): Flag[] {
  const plans = view.plans.flatMap(({ letter, title, month }) =>
    month === null
      ? []
      : [{ letter, name: say("ui.planFlag", { letter, text: title }), href: `#plan-${letter}`, month }],
  );
  const notes = view.annotations.map(({ text, from }, index) => {
    const letter = noteLetter(view, index);
    return { letter, name: say("ui.noteFlag", { letter, text }), href: `#note-${letter}`, month: from };
  });
  const heights = new Map<string, number>();
  return [...plans, ...notes].flatMap(({ month, ...flag }) => {
    const index = view.points.findIndex((point) => point.period === month);
    if (index === -1) return [];
    const level = heights.get(month) ?? 0;
    heights.set(month, level + 1);
    const y = frame.plot.bottom - RADIUS - 2 - level * 2 * RADIUS;
    return [{ ...flag, key: flag.href, x: px(frame.x(index)), y: px(y) }];
  });
}

export function flagBoxes(flags: readonly Flag[]): Box[] {
  return flags.map(({ x, y }) => boxAround(x, y, RADIUS));
}
