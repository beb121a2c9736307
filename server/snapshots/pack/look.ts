import { INK } from "../../../shared/charts/ink.ts";
import type { StatusKind } from "../../../shared/domain/status-kind.ts";

export type Tone = "good" | "bad" | "watch" | "plain";

const TONE_OF: Readonly<Record<StatusKind, Tone>> = {
  on: "good",
  near: "watch",
  off: "bad",
  missing: "plain",
  incomplete: "plain",
  no_target: "plain",
  not_due: "plain",
  no_value: "plain",
};

export function statusTone(status: StatusKind): Tone {
  return TONE_OF[status];
}

export function toneColour(tone: Tone): string {
  return tone === "plain" ? INK.ink2 : INK[tone];
}

/** A sign for each status where only text can stand: told apart without colour. */
const SIGN: Readonly<Record<StatusKind, string>> = {
  on: "●",
  near: "▲",
  off: "◆",
  missing: "□",
  incomplete: "◧",
  no_target: "○",
  not_due: "–",
  no_value: "⊘",
};

export function statusSign(status: StatusKind): string {
  return SIGN[status];
}

/** Favourable or not, as a tone; no judgement where there is none. */
export function varianceTone(favourable: boolean | null): Tone {
  if (favourable === null) return "plain";
  return favourable ? "good" : "bad";
}
