import { useState } from "react";
import type { OverviewView } from "../../../shared/contracts/insight.ts";

/**
 * The view whose headline and decision cards are shown. Where a colleague's result changes what needs a decision, they stay
 * as they were until one asks for the change by the function that comes with them: cards that come or go would push the
 * table from under one's hand. At another unit or month the newest view is shown at once.
 */
export function useSteadyDecisions(view: OverviewView): [OverviewView, (() => void) | null] {
  const [held, hold] = useState(view);
  const isHeld = placeOf(held) === placeOf(view) && held.decisions.join() !== view.decisions.join();
  if (held !== view && !isHeld) hold(view);
  return isHeld ? [held, () => hold(view)] : [view, null];
}

function placeOf({ unit, period, asOf }: OverviewView): string {
  return `${unit.code} ${period} ${asOf}`;
}
