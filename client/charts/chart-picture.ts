import { textWidth } from "../../shared/charts/text-width.ts";

const SVG = "http://www.w3.org/2000/svg";
/** What only helps to use the chart on the screen. */
const NOT_DRAWN = "button, [role=slider], [aria-live], .visually-hidden, .readout";
/** How a mark looks, which on the screen the style sheets say. */
const LOOKS = [
  ...["fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linejoin", "stroke-linecap"],
  ...["stroke-opacity", "opacity", "paint-order", "font-size", "font-weight", "text-anchor", "visibility"],
] as const;
const EDGE = 16;
const FACE = '"Inter Variable", Inter, "Noto Sans", system-ui, sans-serif';

/** What stands above and below a picture, and what it says to those who hear it. */
export type PictureWords = {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly foot: string;
};

export type Picture = { readonly svg: SVGSVGElement; readonly width: number; readonly height: number };

/** What a box shows on the screen as one picture that needs no style sheet: its charts, and the texts and marks around them. */
export function chartPicture(box: HTMLElement, words: PictureWords): Picture {
  const area = box.getBoundingClientRect();
  const width = Math.ceil(area.width) + 2 * EDGE;
  const ink = (name: string) => getComputedStyle(box).getPropertyValue(name).trim();
  const lines = [
    ...wrapped(words.title, { width: area.width, size: 16 }).map((text) => ({
      text,
      size: 16,
      bold: true,
      ink: ink("--ink"),
    })),
    ...wrapped(words.subtitle, { width: area.width, size: 12.5 }).map((text) => ({
      text,
      size: 12.5,
      bold: false,
      ink: ink("--ink2"),
    })),
  ];
  let y = EDGE;
  const head = lines.map((line) => {
    y += line.size * 1.4;
    return textElement(line.text, { x: EDGE, y, size: line.size, colour: line.ink, weight: line.bold ? "600" : "400" });
  });
  const place = { left: EDGE - area.left, top: y + EDGE - area.top };
  const bottom = y + EDGE + area.height;
  const height = Math.ceil(bottom + 2 * EDGE);
  const foot = textElement(words.foot, {
    x: EDGE,
    y: bottom + EDGE + 4,
    size: 11,
    colour: ink("--ink3"),
    weight: "400",
  });
  const svg = made("svg", {
    xmlns: SVG,
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: "img",
    "font-family": FACE,
  });
  svg.setAttribute("aria-labelledby", "chart-title chart-description");
  const ground = made("rect", { width, height, fill: ink("--surface") });
  svg.append(named("title", "chart-title", words.title), named("desc", "chart-description", words.description));
  svg.append(ground, ...head, ...chartsIn(box, place), ...marksIn(box, place), ...textsIn(box, place), foot);
  return { svg: svg as SVGSVGElement, width, height };
}

type Shift = { readonly left: number; readonly top: number };

function made(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}

function named(tag: "title" | "desc", id: string, text: string): SVGElement {
  const element = made(tag, { id });
  element.textContent = text;
  return element;
}

type TextLook = { x: number; y: number; size: number; colour: string; weight: string };

function textElement(text: string, { x, y, size, colour, weight }: TextLook): SVGElement {
  const element = made("text", { x: round(x), y: round(y), "font-size": size, "font-weight": weight, fill: colour });
  element.textContent = text;
  return element;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Every chart of the box at its place, each part with the look that it has now. */
function chartsIn(box: HTMLElement, { left, top }: Shift): SVGElement[] {
  const charts = [...box.querySelectorAll("svg")].filter(
    (svg) => svg.parentElement?.closest("svg") === null && svg.closest(NOT_DRAWN) === null,
  );
  return charts.map((svg) => {
    const { x, y, width, height } = svg.getBoundingClientRect();
    const copy = withLooks(svg);
    for (const name of ["role", "aria-label", "aria-labelledby", "style"]) copy.removeAttribute(name);
    const at = {
      x: round(x + left),
      y: round(y + top),
      width: round(width),
      height: round(height),
      overflow: "visible",
    };
    for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(value));
    return copy;
  });
}

function withLooks(chart: SVGSVGElement): SVGElement {
  const copy = chart.cloneNode(true) as SVGElement;
  const copies = copy.querySelectorAll("*");
  for (const [index, part] of chart.querySelectorAll("*").entries()) {
    const look = getComputedStyle(part);
    const twin = copies[index];
    for (const name of LOOKS) {
      const value = look.getPropertyValue(name);
      if (value !== "") twin?.setAttribute(name, value);
    }
    for (const name of ["class", "style", "tabindex"]) twin?.removeAttribute(name);
  }
  for (const told of copy.querySelectorAll("title, desc")) told.remove();
  return copy;
}

/** Marks that stand over a chart as boxes of the page. */
function marksIn(box: HTMLElement, { left, top }: Shift): SVGElement[] {
  return [...box.querySelectorAll<HTMLElement>("[data-picture-mark]")].map((mark) => {
    const { x, y, width, height } = mark.getBoundingClientRect();
    const { borderTopColor, backgroundColor } = getComputedStyle(mark);
    const look = { fill: backgroundColor, stroke: borderTopColor, "stroke-width": 1.2 };
    const [cx, cy, r] = [round(x + left + width / 2), round(y + top + height / 2), round(width / 2)];
    if (mark.dataset["pictureMark"] === "disc") return made("circle", { cx, cy, r, ...look });
    return made("path", { d: `M${cx - r} ${cy}L${cx} ${cy - r}L${cx + r} ${cy}L${cx} ${cy + r}Z`, ...look });
  });
}

/** The texts of the page within the box, line by line as they are broken there. */
function textsIn(box: HTMLElement, { left, top }: Shift): SVGElement[] {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  const drawn: SVGElement[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent === null || parent.closest(`svg, ${NOT_DRAWN}`) !== null) continue;
    const look = getComputedStyle(parent);
    const size = Number.parseFloat(look.fontSize);
    for (const { text, rect } of linesOf(node)) {
      const y = (rect.top + rect.bottom) / 2 + 0.36 * size + top;
      drawn.push(textElement(text, { x: rect.left + left, y, size, colour: look.color, weight: look.fontWeight }));
    }
  }
  return drawn;
}

function linesOf(node: Node): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = [];
  const range = document.createRange();
  for (const { 0: word, index } of (node.textContent ?? "").matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const rect = range.getBoundingClientRect();
    const line = lines.at(-1);
    if (line !== undefined && Math.abs(line.rect.top - rect.top) < 2) line.text += ` ${word}`;
    else if (rect.width > 0) lines.push({ text: word, rect });
  }
  return lines;
}

function wrapped(text: string, { width, size }: { width: number; size: number }): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    if (line !== undefined && textWidth(`${line} ${word}`, size) <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
