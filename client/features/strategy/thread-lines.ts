/** Where a card stands, in pixels within the drawing. */
export type CardBox = { readonly left: number; readonly right: number; readonly middle: number };

/** The curve from the right edge of one card to the left edge of the next, as an SVG path. */
export function threadPath(from: CardBox, to: CardBox): string {
  const bend = Math.max(12, (to.left - from.right) / 2);
  const points = [from.right + bend, from.middle, to.left - bend, to.middle, to.left, to.middle];
  return `M${round(from.right)} ${round(from.middle)}C${points.map(round).join(" ")}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/** The boxes of all cards within `frame`, by id; a card below another column's foot in a narrow layout has none. */
export function boxesIn(frame: HTMLElement): Map<string, CardBox> {
  const { left, top } = frame.getBoundingClientRect();
  const boxes = new Map<string, CardBox>();
  for (const card of frame.querySelectorAll<HTMLElement>("[data-card]")) {
    const box = card.getBoundingClientRect();
    const id = card.dataset["card"] ?? "";
    boxes.set(id, { left: box.left - left, right: box.right - left, middle: box.top - top + box.height / 2 });
  }
  return boxes;
}
