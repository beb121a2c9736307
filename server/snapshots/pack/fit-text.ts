import { textWidth } from "../../../shared/charts/text-width.ts";

type Room = { readonly width: number; readonly size: number; readonly lines: number };

/** Lines that a text takes at a width, both in the unit of the letter size. */
export function linesOf(text: string, { width, size }: Omit<Room, "lines">): number {
  return text.split("\n").reduce((sum, line) => sum + wrapped(line, { width, size }), 0);
}

function wrapped(text: string, { width, size }: Omit<Room, "lines">): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const length = textWidth(`${word} `, size);
    if (used > 0 && used + length > width) {
      lines += 1;
      used = 0;
    }
    lines += Math.max(0, Math.ceil(length / width) - 1);
    used += length;
  }
  return lines;
}

/** The text, cut after a word where it would not fit; the whole of it stands where there is room for it. */
export function fitted(text: string, room: Room): string {
  if (linesOf(text, room) <= room.lines) return text;
  const words = text.split(" ");
  while (words.length > 1 && linesOf(`${words.join(" ")} …`, room) > room.lines) words.pop();
  return `${words.join(" ")} …`;
}
