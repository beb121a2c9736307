import { numbers, type Story } from "./story.ts";

function steady(seed: number, shape: { level: number; spread: number; decimals: number; months?: number }): number[] {
  const next = numbers(seed);
  return Array.from({ length: shape.months ?? 22 }, () =>
    Number((shape.level + (next() + next() - 1) * shape.spread).toFixed(shape.decimals)),
  );
}

/** The rate of the reference picture: a run for the worse, a changed target. */
export const CALLBACKS: Story = {
  code: "CALLBACKS",
  name: "Callback rate",
  unitOfMeasure: "per 100 units",
  decimals: 1,
  direction: "lower",
  values: [
    4.0, 4.1, 4.3, 4.4, 4.3, 4.3, 4.1, 4.0, 4.2, 4.0, 4.1, 4.3, 4.1, 4.3, 4.3, 4.9, 4.6, 4.8, 5.0, 5.0, 4.9, 4.6,
  ],
  targets: Array.from({ length: 22 }, (_, index) => (index < 12 ? 4.4 : 4.0)),
};

const kpi = (code: string, name: string, shape: Omit<Story, "code" | "name">): Story => ({ code, name, ...shape });

/** Twelve KPIs as the reference picture has them. */
export const TWELVE: readonly Story[] = [
  CALLBACKS,
  kpi("FTF", "First-time fix rate", {
    unitOfMeasure: "%",
    decimals: 1,
    direction: "higher",
    targets: 92,
    values: [...steady(2, { level: 87.5, spread: 2, decimals: 1, months: 21 }), 87],
  }),
  kpi("NPS", "Customer loyalty (NPS)", {
    unitOfMeasure: "points",
    decimals: 0,
    direction: "higher",
    targets: 45,
    values: [40, 43, 42, 44, 42, 41, 43, 44, 46, 43, 45, 44, 43, 46, 48, 46, 49, 48, 50, 47, 48, 48],
  }),
  kpi("ANSWERS", "Complaints answered in 24 h", {
    unitOfMeasure: "%",
    decimals: 1,
    direction: "higher",
    targets: 95,
    values: [...steady(4, { level: 97.4, spread: 0.9, decimals: 1, months: 21 }), 97.6],
  }),
  kpi("DEFECTS", "Handover defects", {
    unitOfMeasure: "per unit",
    decimals: 2,
    direction: "lower",
    targets: 0.6,
    values: [...steady(5, { level: 0.58, spread: 0.08, decimals: 2, months: 21 }), 0.53],
  }),
  kpi("ONTIME", "On-time handover", {
    unitOfMeasure: "%",
    decimals: 1,
    direction: "higher",
    targets: 90,
    values: [...steady(6, { level: 90.4, spread: 4, decimals: 1, months: 21 }), 90.6],
  }),
  kpi("COPQ", "Cost of poor quality", {
    unitOfMeasure: "% of sales",
    decimals: 2,
    direction: "lower",
    targets: 1.8,
    values: [
      2.0, 2.12, 2.05, 2.2, 2.1, 2.15, 2.2, 2.25, 2.3, 2.28, 2.31, 2.12, 2.1, 2.12, 1.98, 2.0, 2.01, 1.9, 1.84, 1.87,
      1.94, 2.04,
    ],
  }),
  kpi("SUPPLY", "Supplier delivery in full, on time", {
    unitOfMeasure: "%",
    decimals: 1,
    direction: "higher",
    targets: 96,
    values: [...steady(8, { level: 94.5, spread: 2, decimals: 1, months: 21 }), null],
  }),
  kpi("INJURIES", "Recordable injuries", {
    unitOfMeasure: "per M hours",
    decimals: 2,
    direction: "lower",
    targets: 1.6,
    values: [...steady(9, { level: 1.4, spread: 0.35, decimals: 2, months: 21 }), 1.24],
  }),
  kpi("NEARMISS", "Near misses reported", {
    unitOfMeasure: "per site",
    decimals: 1,
    direction: "higher",
    targets: 3,
    values: [...steady(10, { level: 3.7, spread: 0.6, decimals: 1, months: 21 }), 3.6],
  }),
  kpi("TRAINING", "Quality training done", {
    unitOfMeasure: "% of people",
    decimals: 0,
    direction: "higher",
    targets: 95,
    values: [...steady(11, { level: 95, spread: 3, decimals: 0, months: 21 }), 97],
  }),
  kpi("IDEAS", "Improvements finished", {
    unitOfMeasure: "per 100 people",
    decimals: 1,
    direction: "higher",
    targets: 8,
    values: [...steady(12, { level: 8.2, spread: 2, decimals: 1, months: 21 }), 8.6],
  }),
];
