/** A picture as plain strokes, fills and texts: files of every kind draw the same one. */
export type Drawing = { readonly width: number; readonly height: number; readonly items: readonly DrawnItem[] };

export type DrawnPath = {
  readonly kind: "path";
  /** As SVG writes paths. */
  readonly path: string;
  readonly fill?: string;
  /** Strokes from the lower left to the upper right in place of a fill: what is not known yet. */
  readonly hatch?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly [number, number];
};

export type DrawnText = {
  readonly kind: "text";
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly anchor: "start" | "middle" | "end";
  readonly colour: string;
  readonly isBold?: boolean;
};

export type DrawnItem = DrawnPath | DrawnText;

/** Lines of a hatching over a box, 5 apart. */
export function hatchPath(box: { left: number; top: number; right: number; bottom: number }): string {
  const height = box.bottom - box.top;
  let path = "";
  for (let x = box.left - height; x < box.right; x += 5) path += `M${x} ${box.bottom}L${x + height} ${box.top}`;
  return path;
}

type Named = { readonly id: string; readonly title: string; readonly description: string };

/** The drawing as an SVG picture that stands alone; `id` keeps its parts apart from those of other pictures. */
export function svgOf({ width, height, items }: Drawing, { id, title, description }: Named): string {
  const hatches = new Set(
    items.flatMap((item) => (item.kind === "path" && item.hatch !== undefined ? [item.hatch] : [])),
  );
  const patterns = [...hatches].map(
    (colour) =>
      `<pattern id="${id}-${colour}" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5L5 0" stroke="#${colour}" stroke-width="1"></path></pattern>`,
  );
  const drawn = items.map((item) => (item.kind === "path" ? pathSvg(item, id) : textSvg(item)));
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-t ${id}-d" font-family="Inter, Noto Sans, system-ui, sans-serif">` +
    `<title id="${id}-t">${escapedMarkup(title)}</title><desc id="${id}-d">${escapedMarkup(description)}</desc>` +
    `<defs>${patterns.join("")}</defs>${drawn.join("")}</svg>`
  );
}

function pathSvg({ path, fill, hatch, stroke, width = 1, dash }: DrawnPath, id: string): string {
  const plain = fill === undefined ? "none" : `#${fill}`;
  const filled = hatch === undefined ? plain : `url(#${id}-${hatch})`;
  const line = stroke === undefined ? "" : ` stroke="#${stroke}" stroke-width="${width}"`;
  const dashes = dash === undefined ? "" : ` stroke-dasharray="${dash.join(" ")}"`;
  return `<path d="${path}" fill="${filled}"${line}${dashes}></path>`;
}

function textSvg({ text, x, y, size, anchor, colour, isBold }: DrawnText): string {
  const weight = isBold === true ? ' font-weight="600"' : "";
  const halo = ' paint-order="stroke" stroke="#FFFFFF" stroke-width="4" stroke-linejoin="round"';
  return `<text x="${x}" y="${y}" font-size="${size}" text-anchor="${anchor}" fill="#${colour}"${weight}${halo}>${escapedMarkup(text)}</text>`;
}

/** Text between tags. */
function escapedMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\u00a0", "&#160;");
}
