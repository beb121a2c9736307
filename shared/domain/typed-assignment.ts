import { type DateText, parseDate } from "./calendar.ts";

/** What a sentence says of who and until when. */
export type TypedAssignment = {
  /** The sentence without what was read out of it. */
  readonly text: string;
  /** Code of a person. */
  readonly owner: string | null;
  readonly due: DateText | null;
};

type Person = { readonly code: string; readonly name: string };

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ISO = /(?:\bby\s+)?\b(\d{4}-\d{2}-\d{2})\b/;
const NAMED = /(?:\bby\s+)?\b(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?(?![a-z])/i;

/**
 * Reads owner and day out of a sentence as it is typed: "Stock check in each van @area leader 15 Dec" or "… by
 * 2026-12-15". An `@` names a person by code or by the beginning of a name that only one person has; a day without a year
 * is the next one. What cannot be read stays in the sentence.
 */
export function readAssignment(sentence: string, people: readonly Person[], today: DateText): TypedAssignment {
  const who = readOwner(sentence, people);
  const when = readDay(who.text, today);
  return { text: when.text.replace(/\s+/g, " ").trim(), owner: who.owner, due: when.due };
}

function readOwner(sentence: string, people: readonly Person[]): { text: string; owner: string | null } {
  const at = sentence.lastIndexOf("@");
  if (at < 0) return { text: sentence, owner: null };
  const words = sentence
    .slice(at + 1)
    .split(/\s+/)
    .filter(Boolean);
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count).join(" ");
    const bare = said.replace(/[.,;:]$/, "").toLowerCase();
    const exact = people.find(({ code, name }) => code.toLowerCase() === bare || name.toLowerCase() === bare);
    const begun = people.filter(({ name }) => name.toLowerCase().startsWith(bare));
    const found = exact ?? (begun.length === 1 ? begun[0] : undefined);
    if (found === undefined) continue;
    const rest = words.slice(count).join(" ");
    return { text: `${sentence.slice(0, at)} ${rest}`, owner: found.code };
  }
  return { text: sentence, owner: null };
}

function readDay(sentence: string, today: DateText): { text: string; due: DateText | null } {
  const iso = ISO.exec(sentence);
  const due = iso === null ? null : parseDate(iso[1] ?? "");
  if (iso !== null && due !== null) return { text: without(sentence, iso), due };
  const named = NAMED.exec(sentence);
  const month = MONTHS.indexOf((named?.[2] ?? "").toLowerCase()) + 1;
  if (named === null || month === 0) return { text: sentence, due: null };
  const dayIn = (year: number) =>
    parseDate(`${year}-${String(month).padStart(2, "0")}-${(named[1] ?? "").padStart(2, "0")}`);
  const year = Number(named[3] ?? today.slice(0, 4));
  const said = dayIn(year);
  const day = named[3] === undefined && said !== null && said < today ? dayIn(year + 1) : said;
  return day === null ? { text: sentence, due: null } : { text: without(sentence, named), due: day };
}

function without(sentence: string, found: RegExpExecArray): string {
  return `${sentence.slice(0, found.index)} ${sentence.slice(found.index + found[0].length)}`;
}
