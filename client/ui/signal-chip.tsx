import type { ReactNode } from "react";
import { type SignalShape, signalShape, type Variation, type VariationIcon } from "./signal-shape.ts";
import "./signal-chip.css";

const SHAPE: Record<SignalShape, ReactNode> = {
  up: <path d="M3 11 11 3M5.2 3H11v5.8" />,
  down: <path d="m3 3 8 8M5.2 11H11V5.2" />,
  wave: <path d="M1 8.4c1.4-4 2.8-4 4.2-1.4S8.600 9.600 9.800 7 12 4.600 13 5.600" />,
  bolt: <path d="M8 1 3.500 7.800H7L6 13l4.500-6.800H7Z" />,
  none: null,
};

/** What has changed, as arrow and word. */
export function SignalChip(props: { variation: Variation; icon: VariationIcon | null; word: string }) {
  const shape = signalShape(props.variation, props.icon);
  return (
    <span className={`chip chip-${props.variation}`} data-shape={shape}>
      {shape === "none" ? null : (
        <svg
          viewBox="0 0 14 14"
          width="14"
          height="14"
          aria-hidden="true"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.6"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          {SHAPE[shape]}
        </svg>
      )}
      {props.word}
    </span>
  );
}
