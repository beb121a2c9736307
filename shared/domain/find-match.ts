/** What can be found by a person's typing: its name and its code. */
export type Findable = { readonly code: string; readonly name: string };

/** A thing made ready for many questions. */
export type FindEntry<Thing extends Findable> = {
  readonly thing: Thing;
  readonly name: string;
  readonly code: string;
  readonly words: readonly string[];
  readonly initials: string;
};

export type Match<Thing extends Findable> = { readonly thing: Thing; readonly rank: number };

const MARKS = /\p{M}+/gu;
const APART = /[^\p{L}\p{N}]+/u;

/** Without case and marks, so that "aanen" finds "Äänen". */
function folded(text: string): string {
  return text.normalize("NFKD").replace(MARKS, "").toLowerCase();
}

function wordsIn(text: string): string[] {
  return text.split(APART).filter((word) => word !== "");
}

export function findEntries<Thing extends Findable>(things: readonly Thing[]): FindEntry<Thing>[] {
  return things.map((thing) => {
    const [name, code] = [folded(thing.name), folded(thing.code)];
    const words = wordsIn(name);
    return { thing, name, code, words: [...words, ...wordsIn(code)], initials: words.map((word) => word[0]).join("") };
  });
}

/**
 * The things that answer what was typed, best first, in their own order where they are alike: the very code, then the
 * beginning of name or code, the beginnings of words, the initials of the name, and last any part of either.
 */
export function findMatches<Thing extends Findable>(
  entries: readonly FindEntry<Thing>[],
  query: string,
  most: number,
): Match<Thing>[] {
  const typed = folded(query).trim();
  const parts = typed.split(/\s+/).filter((part) => part !== "");
  if (parts.length === 0) return [];
  const found = entries.flatMap((entry) => {
    const rank = rankOf(entry, typed, parts);
    return rank === null ? [] : [{ thing: entry.thing, rank }];
  });
  return found.toSorted((a, b) => a.rank - b.rank).slice(0, most);
}

function rankOf(entry: FindEntry<Findable>, typed: string, parts: readonly string[]): number | null {
  const { name, code, words, initials } = entry;
  if (code === typed) return 0;
  if (name.startsWith(typed) || code.startsWith(typed)) return 1;
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2;
  if (typed.length > 1 && initials.startsWith(typed)) return 3;
  return parts.every((part) => name.includes(part) || code.includes(part)) ? 4 : null;
}
