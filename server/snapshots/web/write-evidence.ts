import { createHash } from "node:crypto";
import type { EvidenceItem, EvidencePack } from "../../../shared/contracts/clauses.ts";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import { PAYLOAD_ELEMENT } from "../../../shared/files/sealed-payload.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { newPublicId } from "../../public-id.ts";
import { element, table, markupText as text } from "./markup.ts";
import { SCRIPT, STYLE } from "./page-parts.ts";

/**
 * The auditor's pack as one web file: the clause matrix and every record behind it, sealed like a snapshot's file, so that
 * `plumbline verify` tells an original from an altered one. It needs nothing else and checks itself when it is opened.
 */
export function evidenceBytes(pack: EvidencePack, now: number): AsyncGenerator<Buffer> {
  const payload = canonicalJson(pack);
  const as = { id: newPublicId(now), sha256: hashOf(payload) };
  return sealedBytes(pieces(pack, { ...as, payload }), { as, format: "html" });
}

const hashOf = (words: string) => createHash("sha256").update(words).digest("hex");

type Written = { readonly id: string; readonly sha256: string; readonly payload: string };

function* pieces(pack: EvidencePack, { id, sha256, payload }: Written): Generator<string> {
  const main = [headMarkup(pack), matrixMarkup(pack), ...pack.records.map(recordsMarkup)].join("");
  const root = { lang: "en", "data-id": id, "data-sha256": sha256, "data-shown": hashOf(main) };
  const attributes = Object.entries(root).map(([name, value]) => `${name}="${value}"`);
  yield `<!doctype html>\n<html ${attributes.join(" ")}><head><meta charset="utf-8"><meta name="robots" content="noindex">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>Auditor’s pack · ${text(pack.organisation)}</title><style>${STYLE}</style></head><body>` +
    '<p class="state" id="state" role="status">Checking this file…</p><main>';
  yield main;
  const { seq, hash } = pack.chain;
  const foot = [`SHA-256 ${sha256}`, `Audit chain up to event ${seq}, ${hash}`, id];
  yield `</main><footer>${foot.map((line) => element("p", {}, text(line))).join("")}</footer>`;
  yield `${PAYLOAD_ELEMENT}${payload.replaceAll("<", "\\u003c")}</script><script type="module">${SCRIPT}</script></body></html>\n<!-- `;
}

function headMarkup({ organisation, matrix, asOf, by }: EvidencePack): string {
  return [
    element("h1", {}, text(`Evidence by clause of ISO ${matrix.edition}`)),
    element("p", { class: "soft" }, text(`${organisation} · as of ${asOf} · taken by ${by}`)),
    element("p", {}, text(`${matrix.headline}.`)),
  ].join("");
}

function matrixMarkup({ matrix }: EvidencePack): string {
  const rows = matrix.clauses.map(({ number, title, stateWord, evidence, missing }) => [
    text(`${number} ${title}`),
    text(stateWord),
    evidence
      .map(({ kind, word, latest }) => {
        const newest = latest === null ? "" : `, latest ${latest}`;
        return element("a", { href: `#${kind}` }, text(`${word}${newest}`));
      })
      .join("; "),
    text(missing),
  ]);
  const head = ["Clause", "State", "Records", "Missing"];
  return element(
    "section",
    {},
    element("h2", {}, "Clauses"),
    table({ caption: "Clauses and their records", head, rows }),
  );
}

function recordsMarkup({ kind, word, items }: EvidencePack["records"][number]): string {
  const heading = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  if (items.length === 0) return element("section", { id: kind }, element("h2", {}, text(heading)));
  const rows = items.map(({ code, text: said, on }: EvidenceItem) => [text(code), text(said), text(on ?? "")]);
  const head = ["Record", "What it says", "Day"];
  return element("section", { id: kind }, element("h2", {}, text(heading)), table({ caption: heading, head, rows }));
}
