/**
 * Keeps a spreadsheet from running a text of ours as a formula, and takes the guard off again when the file comes back:
 * one apostrophe goes in front of a text that begins like a formula, or like an already guarded one, so that every text
 * returns as it left. (OWASP, CSV injection; the full-width signs are formula signs to East Asian spreadsheets.)
 */
const BEGINS_A_FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const APOSTROPHE = 0x27;

export function withGuard(text: string): string {
  return BEGINS_A_FORMULA.test(text) ? `'${text}` : text;
}

export function withoutGuard(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && BEGINS_A_FORMULA.test(text) ? text.slice(1) : text;
}
