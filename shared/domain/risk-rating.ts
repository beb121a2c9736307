/** How much a risk or an opportunity weighs. */
export type RiskRating = "low" | "medium" | "high";

/** Likelihood and consequence go from 1 to 5 each. */
export const SCALE = [1, 2, 3, 4, 5] as const;

const MEDIUM_FROM = 5;
const HIGH_FROM = 12;

/**
 * Likelihood times consequence, both 1 to 5: 1 to 4 is low, 5 to 11 medium, 12 to 25 high. The product only orders: it is
 * no measure, and is never added up or averaged.
 */
export function riskRating({ likelihood, consequence }: { likelihood: number; consequence: number }): RiskRating {
  const product = likelihood * consequence;
  if (product >= HIGH_FROM) return "high";
  return product >= MEDIUM_FROM ? "medium" : "low";
}
