import type { z } from "zod";
import type { variationIconSchema, variationSchema } from "../../shared/contracts/primitives.ts";

export type Variation = z.infer<typeof variationSchema>;
export type VariationIcon = z.infer<typeof variationIconSchema>;
export type SignalShape = "up" | "down" | "wave" | "bolt" | "none";

/** The arrow follows the value, not the judgement: a falling defect rate that improves points down. */
export function signalShape(variation: Variation, icon: VariationIcon | null): SignalShape {
  switch (variation) {
    case "stable":
      return "wave";
    case "one_off":
      return "bolt";
    case "too_few":
      return "none";
    case "higher":
      return "up";
    case "lower":
      return "down";
    case "improving":
    case "worsening":
      return icon?.endsWith("_low") ? "down" : "up";
  }
}
