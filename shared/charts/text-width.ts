const NARROW = new Set("ijlI.,:;'|!()[] ·’");
const WIDE = new Set("mwMW%");
const LIKE_DIGITS = new Set("0123456789+−±–≤≥=Δ");

/** About how wide a text stands in Inter, on the safe side; charts place labels before anything is drawn. */
export function textWidth(text: string, size: number): number {
  let em = 0;
  for (const letter of text) {
    if (NARROW.has(letter)) em += 0.3;
    else if (WIDE.has(letter)) em += 0.92;
    else if (letter >= "A" && letter <= "Z") em += 0.72;
    else if (LIKE_DIGITS.has(letter)) em += 0.63;
    else em += letter < "ÿ" ? 0.6 : 1;
  }
  return em * size;
}

/** The text, or as much of it as fits with an ellipsis at its end. */
export function fittedText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  let kept = text.length - 1;
  while (kept > 1 && textWidth(`${text.slice(0, kept)}…`, size) > width) kept -= 1;
  return `${text.slice(0, kept).trimEnd()}…`;
}
