import type { Page } from "playwright-core";

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Something to be seen, with its colour and the backgrounds that lie under it, the nearest first. */
type Seen = {
  readonly kind: "text" | "edge";
  readonly html: string;
  readonly colour: string;
  readonly grounds: readonly string[];
  readonly pixels: number;
  readonly weight: number;
};

const FIELDS = "input:not([type=checkbox], [type=radio], [type=file]), select, textarea, .button:not(.button-quiet)";
/** Disabled controls may be faint (WCAG 2.2, 1.4.3); drawings are judged by the tests of the charts. */
const LEFT_OUT = "[disabled], [aria-disabled=true], .visually-hidden, .skip-link, .dimmed, svg";

/**
 * What stands out too little from its ground, by the styles that the browser computed: text below 4.5 to 1 (3 where it is
 * large) and edges of controls below 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export async function tooFaint(page: Page): Promise<string[]> {
  return (await seenOn(page)).flatMap((seen) => {
    const found = contrastOf(seen);
    return found < neededFor(seen) ? [`${seen.kind} ${found.toFixed(2)}: ${seen.html}`] : [];
  });
}

function seenOn(page: Page): Promise<Seen[]> {
  return page.evaluate(
    ({ fields, leftOut }) => {
      const groundsOf = (from: Element | null) => {
        const grounds: string[] = [];
        for (let at = from; at !== null; at = at.parentElement) grounds.push(getComputedStyle(at).backgroundColor);
        return grounds;
      };
      const seen = (kind: "text" | "edge", element: Element, colour: string) => {
        const { fontSize, fontWeight } = getComputedStyle(element);
        const grounds = groundsOf(kind === "text" ? element : element.parentElement);
        const html = element.outerHTML.slice(0, 90);
        return { kind, html, colour, grounds, pixels: Number.parseFloat(fontSize), weight: Number(fontWeight) };
      };
      const hasText = (element: Element) =>
        [...element.childNodes].some((node) => node.nodeType === 3 && (node.textContent ?? "").trim() !== "");
      const shown = [...document.body.querySelectorAll("*")].filter(
        (element) => element.checkVisibility() && element.closest(leftOut) === null,
      );
      const edged = shown.filter(
        (element) => element.matches(fields) && getComputedStyle(element).borderTopWidth !== "0px",
      );
      return [
        ...shown.filter(hasText).map((element) => seen("text", element, getComputedStyle(element).color)),
        ...edged.map((element) => seen("edge", element, getComputedStyle(element).borderTopColor)),
      ];
    },
    { fields: FIELDS, leftOut: LEFT_OUT },
  );
}

function neededFor({ kind, pixels, weight }: Seen): number {
  const isLarge = pixels >= 24 || (pixels >= 18.66 && weight >= 700);
  return kind === "edge" || isLarge ? 3 : 4.5;
}

function contrastOf({ colour, grounds }: Seen): number {
  const ground = grounds.map(colourOf).reduceRight((below, above) => over(above, below), [255, 255, 255, 1] as Colour);
  const [one, other] = [luminance(over(colourOf(colour), ground)), luminance(ground)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function colourOf(text: string): Colour {
  const [red = 0, green = 0, blue = 0, alpha = 1] = (text.replace("color(srgb", "").match(/[\d.]+/g) ?? []).map(Number);
  return text.startsWith("color(srgb") ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
}

function over([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour {
  return [red * alpha + r * (1 - alpha), green * alpha + g * (1 - alpha), blue * alpha + b * (1 - alpha), 1];
}

/** Relative luminance (WCAG 2.2, definitions). */
function luminance([red, green, blue]: Colour): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
