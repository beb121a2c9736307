import { createHash } from "node:crypto";
import type { MinutesDocument, MinutesFormat } from "../../../shared/contracts/minutes.ts";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import type { PaperName } from "../../../shared/files/paper-name.ts";
import type { SealedAs } from "../../../shared/files/sealed-file.ts";
import { dateText, instantText } from "../../../shared/text/instant-text.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { webPage } from "../web/web-page.ts";
import { minutesPages } from "./minutes-pages.ts";
import { minutesMarkup } from "./minutes-web.ts";

/** Minutes in the words of their files. */
export type MinutesPack = {
  readonly document: MinutesDocument;
  /** Canonical JSON, to the byte as it was hashed. */
  readonly text: string;
  readonly as: SealedAs;
  readonly locale: string;
  readonly title: string;
  readonly subtitle: string;
  readonly footLines: readonly [string, string];
  readonly footRight: string;
};

function packOf(document: MinutesDocument): MinutesPack {
  const { review, organisation, writtenAt } = document;
  const { locale, timeZone, name } = organisation;
  const text = canonicalJson(document);
  const sha256 = createHash("sha256").update(text).digest("hex");
  const day = dateText(review.heldOn ?? review.plannedOn, locale);
  const subtitle = [review.unit.name, longMonthText(review.period, locale), `${review.stateWord} ${day}`];
  const inputs = `${review.covered} of ${review.inputs} inputs covered`;
  return {
    ...{ document, text, locale, title: review.title, subtitle: [...subtitle, inputs].join(" · ") },
    as: { of: "minutes", id: review.code, sha256 },
    footLines: [
      `Written ${instantText(writtenAt, locale, timeZone)} · ${inputs}`,
      `Minutes ${review.code} · SHA-256 ${sha256.slice(0, 8)}…${sha256.slice(-4)}`,
    ],
    footRight: name,
  };
}

/** The minutes of a review as pages, as one web file, or as data; each names itself and bears a seal. */
export function minutesBytes(
  document: MinutesDocument,
  { format, paper }: { readonly format: MinutesFormat; readonly paper?: PaperName | undefined },
): AsyncGenerator<Buffer> {
  const pack = packOf(document);
  const { as, text } = pack;
  if (format === "pdf") return sealedBytes(minutesPages(pack, paper), { as, format });
  if (format === "html") return sealedBytes(minutesPage(pack), { as, format });
  return sealedBytes([`{"id":${JSON.stringify(as.id)},"sha256":"${as.sha256}","payload":`, text, ',"seal":"'], {
    ...{ as, format },
  });
}

function minutesPage(pack: MinutesPack): Generator<string> {
  const { as, locale, title, subtitle, footLines, footRight, text } = pack;
  const main = minutesMarkup(pack);
  const named = { id: as.id, sha256: as.sha256, locale, title: `${title} · ${subtitle}` };
  return webPage({ ...named, main, foot: [...footLines, footRight], payload: text });
}
