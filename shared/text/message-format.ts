const rules = new Map<string, Intl.PluralRules>();

function rulesOf(locale: string): Intl.PluralRules {
  const found = rules.get(locale);
  if (found !== undefined) return found;
  const made = new Intl.PluralRules(locale);
  rules.set(locale, made);
  return made;
}

export type Words = Readonly<Record<string, string | number>>;

/**
 * Fills a message: `{name}` with its word, `{count, plural, one {# month} other {# months}}` with the form that the
 * language has for the number (`#` is the number). The forms of ICU MessageFormat, as far as sentences need them.
 * A place without its word stays as it is, so that a test can see it.
 */
export function filled(message: string, words: Words, locale: string): string {
  let text = "";
  for (let at = 0; at < message.length; ) {
    if (message[at] !== "{") {
      text += message[at];
      at += 1;
      continue;
    }
    const end = closingBrace(message, at);
    text += place(message.slice(at + 1, end), words, locale);
    at = end + 1;
  }
  return text;
}

function place(inner: string, words: Words, locale: string): string {
  const [, name = "", forms] = /^(\w+)(?:, plural, (.*))?$/s.exec(inner) ?? [];
  const word = words[name];
  if (word === undefined) return `{${inner}}`;
  if (forms === undefined) return String(word);
  const count = Number(word);
  const chosen = formsOf(forms);
  const form = chosen.get(`=${count}`) ?? chosen.get(rulesOf(locale).select(count)) ?? chosen.get("other") ?? "";
  return filled(form.replaceAll("#", String(word)), words, locale);
}

/** "one {# month} other {# months}" by the names of its forms. */
function formsOf(text: string): Map<string, string> {
  const forms = new Map<string, string>();
  for (let at = 0; at < text.length; ) {
    const open = text.indexOf("{", at);
    if (open < 0) break;
    const end = closingBrace(text, open);
    forms.set(text.slice(at, open).trim(), text.slice(open + 1, end));
    at = end + 1;
  }
  return forms;
}

function closingBrace(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    if (text[at] === "{") depth += 1;
    if (text[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`a brace of "${text}" is not closed`);
}
