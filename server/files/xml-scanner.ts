import { StringDecoder } from "node:string_decoder";
import { FileRefused } from "./file-refused.ts";

/** What a scanner tells: names without their prefix, attributes as raw text (see `attribute`), text with entities resolved. */
export interface XmlEvents {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(text: string): void;
}

const LONGEST_PIECE = 4 * 1024 * 1024;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Scans XML piece by piece in constant memory, as far as workbooks need it. A document that declares a type or entities, or
 * hides text in CDATA, is refused: no spreadsheet writes those, and bombs do.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  readonly #decoder = new StringDecoder("utf8");
  #rest = "";

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(bytes: Buffer): void {
    this.#scan(this.#rest + checked(this.#decoder.write(bytes)));
    if (this.#rest.length > LONGEST_PIECE) throw new FileRefused("workbook-swollen");
  }

  end(): void {
    this.#scan(this.#rest + checked(this.#decoder.end()));
    if (this.#rest.trim() !== "") throw new FileRefused("workbook-broken");
  }

  #scan(xml: string): void {
    let at = 0;
    for (;;) {
      const tag = xml.indexOf("<", at);
      const end = tag < 0 ? -1 : endOfTag(xml, tag);
      if (end < 0) break;
      if (tag > at) this.#events.text(unescaped(xml.slice(at, tag)));
      this.#tell(xml, tag, end);
      at = end + 1;
    }
    this.#rest = xml.slice(at);
  }

  #tell(xml: string, tag: number, end: number): void {
    const first = xml.charCodeAt(tag + 1);
    if (first === BANG || first === QUESTION) return;
    if (first === SLASH) {
      this.#events.close(localName(xml.slice(tag + 2, end).trimEnd()));
      return;
    }
    const closed = xml.charCodeAt(end - 1) === SLASH;
    const inner = xml.slice(tag + 1, closed ? end - 1 : end);
    const space = endOfName(inner);
    const name = localName(inner.slice(0, space));
    this.#events.open(name, inner.slice(space));
    if (closed) this.#events.close(name);
  }
}

/** A replacement character stands where the bytes are no UTF-8: such a workbook is broken, not nearly right. */
function checked(text: string): string {
  if (text.includes("\ufffd")) throw new FileRefused("workbook-broken");
  return text;
}

/** Index of the ">" that ends what begins at `tag`, or -1 while it has not come. */
function endOfTag(xml: string, tag: number): number {
  const first = xml.charCodeAt(tag + 1);
  if (first === BANG) {
    const head = xml.slice(tag, tag + 4);
    if (head.length < 4) return -1;
    if (head !== "<!--") throw new FileRefused("workbook-declares-entities");
    const close = xml.indexOf("-->", tag + 4);
    return close < 0 ? -1 : close + 2;
  }
  let end = xml.indexOf(">", tag + 1);
  while (end >= 0 && insideQuotes(xml, tag, end)) end = xml.indexOf(">", end + 1);
  return end;
}

function insideQuotes(xml: string, from: number, to: number): boolean {
  let quote = 0;
  for (let i = from; i < to; i += 1) {
    const code = xml.charCodeAt(i);
    if (code !== 0x22 && code !== 0x27) continue;
    if (quote === 0) quote = code;
    else if (quote === code) quote = 0;
  }
  return quote !== 0;
}

function endOfName(inner: string): number {
  let end = 0;
  while (end < inner.length && inner.charCodeAt(end) > 0x20) end += 1;
  return end;
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its name as written (prefix included); null where it is absent. */
export function attribute(attributes: string, name: string): string | null {
  let at = attributes.indexOf(name);
  while (at >= 0) {
    const [from, quote] = openingQuote(attributes, at + name.length);
    if (quote !== 0 && attributes.charCodeAt(at - 1) <= 0x20) {
      const end = attributes.indexOf(String.fromCharCode(quote), from);
      return end < 0 ? null : unescaped(attributes.slice(from, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return null;
}

/** Where the value behind `=` and a quote begins, and which quote; quote 0 where none does. */
function openingQuote(attributes: string, behindName: number): [from: number, quote: number] {
  let at = behindName;
  while (attributes.charCodeAt(at) <= 0x20) at += 1;
  if (attributes.charCodeAt(at) !== 0x3d) return [at, 0];
  at += 1;
  while (attributes.charCodeAt(at) <= 0x20) at += 1;
  const quote = attributes.charCodeAt(at);
  return [at + 1, quote === 0x22 || quote === 0x27 ? quote : 0];
}

function unescaped(text: string): string {
  return text.includes("&") ? text.replace(/&(#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,8});/g, resolved) : text;
}

function resolved(whole: string, entity: string): string {
  if (!entity.startsWith("#")) return NAMED[entity] ?? whole;
  const code = entity.startsWith("#x") ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd";
}
