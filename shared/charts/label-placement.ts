import { textWidth } from "./text-width.ts";

export type Box = { left: number; top: number; right: number; bottom: number };
export type Anchor = "start" | "middle" | "end";
export type Place = { x: number; y: number; anchor: Anchor };

export type Label = {
  key: string;
  text: string;
  size: number;
  tone?: string;
  isBold?: boolean;
  /** Free pixels around the text; 3 unless given. */
  air?: number;
  /** Baselines where it may stand, best first. */
  places: readonly Place[];
};

export type PlacedLabel = Omit<Label, "places"> & Place & { box: Box };

/** Air around a text: its outline in the colour of the ground. */
const AIR = 3;

export function labelBox(label: Pick<Label, "text" | "size" | "isBold" | "air">, { x, y, anchor }: Place): Box {
  const width = textWidth(label.text, label.size) * (label.isBold === true ? 1.05 : 1);
  const air = label.air ?? AIR;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return {
    left: left - air,
    right: left + width + air,
    top: y - label.size * 0.82 - air,
    bottom: y + label.size * 0.24 + air,
  };
}

export function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function boxAround(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

/**
 * Puts each label at the first of its places that touches neither a mark nor a label already placed and lies inside the
 * bounds. Labels come in the order of their weight. One that fits nowhere is left out: the table holds every number.
 */
export function placeLabels(labels: readonly Label[], obstacles: readonly Box[], bounds: Box): PlacedLabel[] {
  const placed: PlacedLabel[] = [];
  for (const { places, ...label } of labels) {
    const candidates = places.map((place) => ({ place, box: labelBox(label, place) }));
    const fit = candidates.find(
      ({ box }) =>
        isInside(box, bounds) &&
        !obstacles.some((obstacle) => overlaps(box, obstacle)) &&
        !placed.some((other) => overlaps(box, other.box)),
    );
    if (fit !== undefined) placed.push({ ...label, ...fit.place, box: fit.box });
  }
  return placed;
}

/** Moves baselines apart, top to bottom, so that texts of one column keep `gap` between them. */
export function spread(baselines: readonly number[], gap: number): number[] {
  const order = baselines.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y);
  const result = [...baselines];
  let floor = Number.NEGATIVE_INFINITY;
  for (const { y, index } of order) {
    const at = Math.max(y, floor);
    result[index] = at;
    floor = at + gap;
  }
  return result;
}

function isInside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}
