import { strFromU8 } from "fflate";
import { sealLength } from "../../../shared/files/sealed-file.ts";
import { PAYLOAD_CONTENT_TYPE, PAYLOAD_RELATION, payloadParts } from "../../files/office-payload.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { type ZipPart, zipBytes } from "../../files/zip-writer.ts";
import { chartXml, escaped } from "../pack/chart-xml.ts";
import type { Pack } from "../pack/pack.ts";
import { type Deck, newDeck } from "./deck.ts";
import { addKpiSlide } from "./kpi-slide.ts";
import { libraryParts, withMoment } from "./library-parts.ts";
import {
  addBowlerSlides,
  addDefinitionSlides,
  addLateSlides,
  addThreadSlides,
  addVerdictSlide,
} from "./table-slides.ts";

/** Of the whole work, by the clock. */
const DRAWN = 0.2;
const PACKED = 0.9;

/** The snapshot as a presentation: verdict and agenda, the year, the thread, a slide a decision, late actions, definitions. */
export async function* slidesBytes(pack: Pack, share?: (written: number) => void): AsyncGenerator<Buffer> {
  const deck = newDeck(pack);
  addVerdictSlide(deck);
  addBowlerSlides(deck);
  addThreadSlides(deck);
  for (const kpi of pack.decisions) addKpiSlide(deck, kpi);
  addLateSlides(deck);
  addDefinitionSlides(deck);
  const as = { id: pack.id, sha256: pack.sha256 };
  share?.(DRAWN);
  const archive = zipBytes(await partsOf(deck), sealLength(as, "pptx"));
  share?.(PACKED);
  yield* sealedBytes(archive, { as, format: "pptx" });
}

/** The library's package with our drawings of the charts, and the payload beside them. */
async function partsOf(deck: Deck): Promise<ZipPart[]> {
  const { pack } = deck;
  const written = (await deck.pptx.write({ outputType: "uint8array" })) as Uint8Array;
  const carried = payloadParts({ ...pack, text: pack.text });
  return [
    ...libraryParts(written, pack.takenAt).map(({ name, bytes }) => ({ name, pieces: [mended(deck, name, bytes)] })),
    ...carried.map(({ name, xml }) => ({ name, pieces: [xml] })),
  ].sort((a, b) => rank(a.name) - rank(b.name));
}

/** Programs look for the list of contents first. */
function rank(name: string): number {
  return name === "[Content_Types].xml" ? 0 : 1;
}

function mended(deck: Deck, name: string, bytes: Uint8Array): string | Uint8Array {
  const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1];
  if (chart !== undefined) {
    const drawn = deck.charts[Number(chart) - 1];
    if (drawn === undefined) throw new Error(`${name} has no description.`);
    return chartXml(drawn);
  }
  if (name === "[Content_Types].xml")
    return before(withoutPhantoms(strFromU8(bytes)), "</Types>", PAYLOAD_CONTENT_TYPE);
  if (name === "ppt/_rels/presentation.xml.rels") return before(strFromU8(bytes), "</Relationships>", PAYLOAD_RELATION);
  if (/^ppt\/slides\/slide\d+\.xml$/.test(name)) return mendedSlide(strFromU8(bytes), deck.pack);
  if (name === "docProps/core.xml") return withMoment(strFromU8(bytes), deck.pack.takenAt);
  return bytes;
}

/** The library lists a slide master for each slide and writes one: a strict reader would ask to repair the file. */
function withoutPhantoms(types: string): string {
  return types.replaceAll(/<Override PartName="\/ppt\/slideMasters\/slideMaster(?!1\.xml)\d+\.xml"[^>]*\/>/g, "");
}

function before(xml: string, end: string, more: string): string {
  return xml.replace(end, more + end);
}

/** Tables say which row is their head, and what they are; each shape has a number of its own; language as the snapshot's. */
function mendedSlide(xml: string, { locale, headline, scope }: Pack): string {
  const about = escaped(`Table: ${headline}, ${scope}`);
  let number = 0;
  return xml
    .replaceAll(/<a:tblPr\s*\/>/g, '<a:tblPr firstRow="1"/>')
    .replaceAll(/<a:tblPr>/g, '<a:tblPr firstRow="1">')
    .replaceAll(
      /(<p:graphicFrame>\s*<p:nvGraphicFramePr>\s*<p:cNvPr id="\d+" name="Table [^"]*")/g,
      `$1 descr="${about}"`,
    )
    .replaceAll(/<p:cNvPr id="\d+"/g, () => {
      number += 1;
      return `<p:cNvPr id="${number}"`;
    })
    .replaceAll(/lang="en-US"/g, `lang="${escaped(locale)}"`);
}
