import { zipSync } from "fflate";
import { workbookBytes, xmlRow } from "./workbook-bytes.ts";

export interface HostileFile {
  name: string;
  bytes: Uint8Array;
}

type Random = () => number;

/** Numbers from 0 to 1 by a seed (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const HEADER = "unit,kpi,period,value,numerator,denominator,comment";
const CELLS = (
  'B-1|K-1|2026-10|94.2|94,2|1.234|1e999|-0|NaN|n/a||=1+1|@SUM(A1)|"|""|"a""b"|<script>|../../etc/passwd|2026-13|\u0000|\ufeff|' +
  "\u202e123|\ud800|9999999999999999|0x10|null|%00|{{7*7}}|'; drop table unit;--|1\t2|a\nb"
).split("|");
const TEXT_PIECES = [",", ";", "\t", '"', "\n", "\r", "\ufeff", "'", "=", "1", "9".repeat(400), "é", "𝒳", " "];
const XML_PIECES = [
  "<",
  ">",
  "</row>",
  "<row>",
  '"',
  "&#0;",
  "&#x110000;",
  "&bomb;",
  "<!--",
  "]]>",
  "<c r='ZZZZ9'>",
  "<v>",
  "\0",
];

/** One file out of an endless corpus: broken, swollen, lying or merely odd. The same seed gives the same file. */
export function hostileFile(seed: number): HostileFile {
  const random = randomOf(seed);
  const kinds = Object.entries(KINDS);
  const [name, make] = kinds[seed % kinds.length] ?? ["noise", noise];
  return { name: `${name} ${seed}`, bytes: make(random) };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const upTo = (random: Random, most: number) => Math.floor(random() * most);
const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const utf8 = (text: string) => new Uint8Array(Buffer.from(text));

const KINDS: Record<string, (random: Random) => Uint8Array> = {
  noise,
  "odd cells": (random) =>
    utf8(
      `${HEADER}\n${many(upTo(random, 20), () =>
        many(7, () => pick(random, CELLS))
          .join(",")
          .replaceAll("\0", random() < 0.02 ? "\0" : ""),
      ).join("\n")}`,
    ),
  "odd characters": (random) => utf8(HEADER + many(upTo(random, 60), () => pick(random, TEXT_PIECES)).join("")),
  "odd bytes in text": (random) => spoiled(utf8(`${HEADER}\n${"B-1,K-1,2026-10,1,,,\n".repeat(5)}`), random),
  "cut text": (random) => cut(utf8(`${HEADER}\n${'B-1,K-1,2026-10,1,,,"late, bill"\n'.repeat(9)}`), random),
  "odd UTF-16": (random) =>
    spoiled(new Uint8Array(Buffer.from(`\ufeff${HEADER}\nB-1,K-1,2026-10,1,,,x\n`, "utf16le")), random),
  "long cell": (random) =>
    utf8(`a,b\n1,${pick(random, ["x", '"', "=", "1", "é"]).repeat(30_000 + upTo(random, 60_000))}\n`),
  "wide line": (random) => utf8(`a${pick(random, [",", ";", "\t"]).repeat(upTo(random, 90_000))}\n1,2\n`),
  "many quotes": (random) =>
    utf8(`a,b\n1,${'""'.repeat(upTo(random, 9_000))}${pick(random, ['"', "", "x", '"\n"'])}\n`),
  "odd header": (random) => utf8(`${many(upTo(random, 9), () => pick(random, CELLS)).join(",")}\n1,2,3\n`),
  "spoiled workbook": (random) => spoiled(plainWorkbook(), random),
  "cut workbook": (random) => cut(plainWorkbook(), random),
  "odd sheet": (random) =>
    sheetOf(xmlRow(1, ["a", "b"]) + many(upTo(random, 30), () => pick(random, XML_PIECES)).join("")),
  "odd cell types": (random) => sheetOf(xmlRow(1, ["a"]) + many(5, () => oddCell(random)).join("")),
  "odd rows": (random) =>
    sheetOf(xmlRow(1, ["a"]) + many(4, () => `<row r="${pick(random, ROW_NUMBERS)}"><c><v>1</v></c></row>`).join("")),
  "declared entities": (random) => withPart("xl/sharedStrings.xml", entities(upTo(random, 9) + 1)),
  "part that swells": (random) => swollen(pick(random, PARTS)),
  "workbook that swells": (random) => spoiled(swollen(pick(random, PARTS)), random),
  "lying directory": (random) => lying(plainWorkbook(), random),
  "many parts": (random) =>
    zipSync(Object.fromEntries(many(960 + upTo(random, 80), () => [`p${random()}`, new Uint8Array(1)]))),
  "another archive": (random) => zipSync({ [pick(random, ["mimetype", "word/document.xml", "../x", ""])]: utf8("x") }),
  "absent parts": (random) => withPart(pick(random, PARTS), ""),
  "odd strings": (random) => stringsWorkbook(many(upTo(random, 20), () => pick(random, XML_PIECES)).join("")),
  "other kind": (random) => new Uint8Array([...pick(random, SIGNATURES), ...many(200, () => upTo(random, 256))]),
};

const PARTS = [
  "xl/workbook.xml",
  "xl/_rels/workbook.xml.rels",
  "_rels/.rels",
  "xl/styles.xml",
  "xl/worksheets/sheet1.xml",
];
const ROW_NUMBERS = ["0", "-1", "1", "2", "2", "3", "1e9", "99999999999", "x", "", "1048576"];
const SIGNATURES = [
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b, 0x08],
  [0x89, 0x50, 0x4e, 0x47],
  [0x7f, 0x45, 0x4c, 0x46],
];

function noise(random: Random): Uint8Array {
  return new Uint8Array(many(upTo(random, 2_000), () => upTo(random, 256)));
}

function spoiled(bytes: Uint8Array, random: Random): Uint8Array {
  const out = bytes.slice();
  for (let i = 0; i <= upTo(random, 8); i += 1) out[upTo(random, out.length)] = upTo(random, 256);
  return out;
}

function cut(bytes: Uint8Array, random: Random): Uint8Array {
  return bytes.slice(0, 1 + upTo(random, bytes.length - 1));
}

function plainWorkbook(): Uint8Array {
  const rows = xmlRow(1, ["unit", "kpi", "period", "value"]) + xmlRow(2, ["B-1", "K-1", "2026-10", 94.2]);
  return workbookBytes({
    sheets: { results: rows },
    strings: "<si><t>x</t></si>",
    styles: "<cellXfs><xf numFmtId='14'/></cellXfs>",
  });
}

function sheetOf(xml: string): Uint8Array {
  return workbookBytes({ sheets: { results: xml } });
}

function withPart(name: string, part: string): Uint8Array {
  const sheet = `${xmlRow(1, ["a"])}<row r="2"><c t="s"><v>0</v></c></row>`;
  return workbookBytes({ sheets: { results: sheet }, strings: "", parts: { [name]: part } });
}

const SWOLLEN = new Map<string, Uint8Array>();

/** A part of blanks, a thousand times smaller while packed. */
function swollen(part: string): Uint8Array {
  const known = SWOLLEN.get(part) ?? withPart(part, " ".repeat(4_500_000));
  SWOLLEN.set(part, known);
  return known;
}

function stringsWorkbook(strings: string): Uint8Array {
  return workbookBytes({ sheets: { results: `${xmlRow(1, ["a"])}<row r="2"><c t="s"><v>0</v></c></row>` }, strings });
}

function oddCell(random: Random): string {
  const type = pick(random, ["n", "s", "b", "e", "d", "str", "inlineStr", "zzz", ""]);
  const value = pick(random, [
    "1e999",
    "-1",
    "99999999",
    "NaN",
    "",
    "0x1",
    "1,5",
    "&#65;",
    "<x/>",
    "2958466",
    "1".repeat(400),
  ]);
  return `<row><c t="${type}" s="${upTo(random, 9)}"><v>${value}</v></c></row>`;
}

function entities(depth: number): string {
  const levels = many(depth, () => "").map((_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`);
  const outside = '<!ENTITY e0 SYSTEM "file:///etc/hostname">';
  return `<?xml version="1.0"?><!DOCTYPE sst [${outside}${levels.join("")}]><sst><si><t>&e${depth};</t></si></sst>`;
}

/** Changes sizes, checksums, offsets and flags in the archive's directory. */
function lying(bytes: Uint8Array, random: Random): Uint8Array {
  const out = Buffer.from(bytes);
  const field = pick(random, [8, 10, 16, 20, 24, 28, 42]);
  let at = out.indexOf("PK\x01\x02");
  while (at >= 0) {
    if (random() < 0.7) out[at + field + upTo(random, 4)] = upTo(random, 256);
    at = out.indexOf("PK\x01\x02", at + 4);
  }
  return new Uint8Array(out);
}
