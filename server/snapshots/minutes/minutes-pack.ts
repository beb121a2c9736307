import { createHash } from "node:crypto";
import type { MinutesDocument } from "../../../shared/contracts/minutes.ts";
import { canonicalJson } from "../../../shared/domain/canonical-json.ts";
import type { SealedAs } from "../../../shared/files/sealed-file.ts";
import { dateText, instantText } from "../../../shared/text/instant-text.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";

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

export function minutesPack(document: MinutesDocument): MinutesPack {
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
