import type { Story } from "./story.ts";

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
