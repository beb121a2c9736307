import { createHash } from "node:crypto";
import { PAYLOAD_ELEMENT } from "../../../shared/files/sealed-payload.ts";
import { element, markupText as text } from "./markup.ts";
import { SCRIPT, STYLE } from "./page-parts.ts";

export type WebPage = {
  readonly id: string;
  readonly sha256: string;
  readonly locale: string;
  readonly title: string;
  /** Markup of all that is shown. */
  readonly main: string;
  readonly foot: readonly string[];
  /** Canonical JSON of what the page was made from. */
  readonly payload: string;
};

/** One self-contained page that hashes its own data and what it shows; its seal follows as a comment. */
export function* webPage({ id, sha256, locale, title, main, foot, payload }: WebPage): Generator<string> {
  const shown = createHash("sha256").update(main).digest("hex");
  const lines = [...foot.slice(0, -1), `SHA-256 ${sha256}`, ...foot.slice(-1)].map((line) =>
    element("p", {}, text(line)),
  );
  const root = { lang: locale, "data-id": id, "data-sha256": sha256, "data-shown": shown };
  const attributes = Object.entries(root).map(([name, value]) => `${name}="${value}"`);
  yield `<!doctype html>\n<html ${attributes.join(" ")}><head><meta charset="utf-8"><meta name="robots" content="noindex">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${text(title)}</title><style>${STYLE}</style></head><body>` +
    '<p class="state" id="state" role="status">Checking this file…</p><main>';
  yield main;
  yield `</main><footer>${lines.join("")}</footer>`;
  yield `${PAYLOAD_ELEMENT}${payload.replaceAll("<", "\\u003c")}</script><script type="module">${SCRIPT}</script></body></html>\n<!-- `;
}
