import type { ChartTable } from "../../shared/charts/chart-table.ts";
import { csvText } from "../../shared/files/csv-line.ts";
import { chartPicture, type Picture, type PictureWords } from "./chart-picture.ts";

export type PictureKind = "svg" | "png" | "csv";

type Drawn = { readonly box: HTMLElement; readonly words: PictureWords; readonly table: ChartTable };

/** Pixels of a PNG for each of the screen's own. */
const SHARPNESS = 2;

/** The chart in a box as a file: as it is drawn now, or as its numbers. */
export async function pictureFile(kind: PictureKind, { box, words, table }: Drawn): Promise<Blob> {
  if (kind === "csv") return new Blob([csvText(table)], { type: "text/csv;charset=utf-8" });
  const picture = await withFonts(chartPicture(box, words));
  const svg = new Blob([new XMLSerializer().serializeToString(picture.svg)], { type: "image/svg+xml" });
  return kind === "svg" ? svg : await pngOf(svg, picture);
}

/** The letters of the screen go along, so that the picture looks everywhere as it does here. */
async function withFonts(picture: Picture): Promise<Picture> {
  const style = document.createElementNS("http://www.w3.org/2000/svg", "style");
  style.textContent = (await Promise.all(facesInUse().map(withData))).join("\n");
  picture.svg.querySelector("desc")?.after(style);
  return picture;
}

type Face = { readonly css: string; readonly url: string };

function facesInUse(): Face[] {
  const loaded = new Set(performance.getEntriesByType("resource").map(({ name }) => name));
  return [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => {
      if (!(rule instanceof CSSFontFaceRule)) return [];
      const source = /url\("?([^")]+)"?\)/.exec(rule.cssText)?.[1];
      if (source === undefined) return [];
      const url = new URL(source, sheet.href ?? location.href).href;
      return loaded.has(url) ? [{ css: rule.cssText, url }] : [];
    }),
  );
}

async function withData({ css, url }: Face): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  return css.replace(/url\("?[^")]+"?\)/, `url(data:font/woff2;base64,${text})`);
}

async function pngOf(svg: Blob, { width, height }: Picture): Promise<Blob> {
  const address = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: width * SHARPNESS, height: height * SHARPNESS });
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)));
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
