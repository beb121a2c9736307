import { inflateSync } from "node:zlib";

type Objects = ReadonlyMap<string, { readonly head: string; readonly stream: Buffer | null }>;

/** The objects of a PDF file as our writer writes them: one after the other, streams deflated. */
export function pdfObjects(file: Buffer): Objects {
  const whole = file.toString("latin1");
  const objects = new Map<string, { head: string; stream: Buffer | null }>();
  for (const match of whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = "", body = ""] = match;
    const at = body.indexOf("\nstream\n");
    const head = at === -1 ? body : body.slice(0, at);
    const raw = at === -1 ? null : Buffer.from(body.slice(at + 8, body.lastIndexOf("\nendstream")), "latin1");
    objects.set(number, { head, stream: raw !== null && head.includes("FlateDecode") ? inflateSync(raw) : raw });
  }
  return objects;
}

/** Letters by glyph of a font's ToUnicode map. */
function lettersOf(objects: Objects, font: string): Map<number, string> {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? "")?.[1] ?? "";
  const letters = new Map<number, string>();
  const text = objects.get(map)?.stream?.toString("latin1") ?? "";
  for (const [, first = "", list = ""] of text.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)) {
    [...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ""], index) => {
      const units = hex.match(/.{4}/g) ?? [];
      letters.set(
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      );
    });
  }
  return letters;
}

/** What a reader can select on each page, line by line as it was written. */
export function pdfPages(file: Buffer): string[] {
  const objects = pdfObjects(file);
  const fonts = new Map<string, Map<number, string>>();
  const letters = (number: string) => {
    const kept = fonts.get(number) ?? lettersOf(objects, number);
    fonts.set(number, kept);
    return kept;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\n/.test(`${head}\n`));
  return pages.map(({ head }) => {
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? "";
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(head)?.[1] ?? "")?.head ?? "";
    const named = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = "", number = ""]) => [name, number]),
    );
    let font = "";
    let text = "";
    const stream = objects.get(contents)?.stream?.toString("latin1") ?? "";
    for (const [, name, shown] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = named.get(name) ?? "";
      if (shown === undefined) continue;
      const glyphs = [...shown.matchAll(/<([0-9a-f]*)>/gi)].flatMap(([, hex = ""]) => hex.match(/.{4}/g) ?? []);
      text += `${glyphs.map((glyph) => letters(font).get(Number.parseInt(glyph, 16)) ?? "?").join("")}\n`;
    }
    return text;
  });
}
