import type { FailureCode, FailureDetails } from "../domain/failures.ts";
import type { TreeFault } from "../domain/tree.ts";
import { ARABIC_FAILURES } from "./failure-sentences.ar.ts";
import { GERMAN_FAILURES } from "./failure-sentences.de.ts";
import { FINNISH_FAILURES } from "./failure-sentences.fi.ts";
import { SWEDISH_FAILURES } from "./failure-sentences.sv.ts";
import { ENGLISH_FAILURES, type FailureSentences } from "./failure-sentences.ts";
import { CHINESE_FAILURES } from "./failure-sentences.zh.ts";
import { type Language, languageOf } from "./languages.ts";

export const FAILURES: Readonly<Record<Language, FailureSentences>> = {
  en: ENGLISH_FAILURES,
  fi: FINNISH_FAILURES,
  de: GERMAN_FAILURES,
  sv: SWEDISH_FAILURES,
  "zh-CN": CHINESE_FAILURES,
  ar: ARABIC_FAILURES,
};

/** The sentence of a failure with its details filled in. A detail that is absent leaves no trace of its place. */
export function failureSentence(code: FailureCode, details: FailureDetails = {}, locale = "en"): string {
  const { sentences, tree } = FAILURES[languageOf(locale) ?? "en"];
  return sentences[code]
    .replace("{tree}", tree[details["kind"] as TreeFault["kind"]] ?? "")
    .replace(/\{(\w+)\}/g, (_, name: string) => printable(details[name]))
    .replace(/ {2,}/g, " ")
    .trim();
}

function printable(detail: unknown): string {
  return typeof detail === "string" || typeof detail === "number" ? String(detail) : "";
}
