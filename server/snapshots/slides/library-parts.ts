import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

export type Part = { readonly name: string; readonly bytes: Uint8Array };

/** Earliest moment that an archive can say, in whatever zone it is read. */
const DATE = new Date(1980, 0, 1);
const CHART_PART = /(chart|Microsoft_Excel_Worksheet)(\d+)(?=\.(?:xml|xlsx))/g;

/**
 * The parts of a package that the library wrote, the same for the same content: the library counts charts through the life
 * of its thread and stamps their workbooks with the moment, so charts count from 1 here and bear the moment they are given.
 */
export function libraryParts(archive: Uint8Array, moment: string): Part[] {
  const entries = Object.entries(unzipSync(archive)).filter(([name]) => !name.endsWith("/"));
  const numbers = entries.flatMap(([name]) => {
    const number = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });
  const before = numbers.length === 0 ? 0 : Math.min(...numbers) - 1;
  const counted = (text: string) =>
    text.replaceAll(CHART_PART, (_, what: string, number: string) => `${what}${Number(number) - before}`);
  return entries.map(([name, bytes]) => {
    if (name.endsWith(".xlsx")) return { name: counted(name), bytes: workbookAt(bytes, moment) };
    const isList = name.endsWith(".rels") || name === "[Content_Types].xml";
    return { name: counted(name), bytes: isList ? strToU8(counted(strFromU8(bytes))) : bytes };
  });
}

/** A chart's workbook with the given moment; a month without a number has no cell. */
function workbookAt(bytes: Uint8Array, moment: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/"));
  const mended = parts.map(([name, part]) => {
    if (name === "docProps/core.xml") return [name, strToU8(withMoment(strFromU8(part), moment))] as const;
    if (!name.startsWith("xl/worksheets/sheet")) return [name, part] as const;
    return [name, strToU8(strFromU8(part).replaceAll(/<c r="[A-Z]+\d+"><v><\/v><\/c>/g, ""))] as const;
  });
  return zipSync(Object.fromEntries(mended), { mtime: DATE });
}

export function withMoment(core: string, moment: string): string {
  return core.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${moment.slice(0, 19)}Z`);
}
