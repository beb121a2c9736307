import { FileRefused } from "./file-refused.ts";

const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** A table never has so many columns; a line of separators ends here instead of in memory. */
const MOST_FIELDS = 1_024;

export interface CsvText {
  text: string;
  separator: string;
}

/**
 * Splits text into records as RFC 4180 says, and strictly: a quote stands only around a whole field and is doubled inside,
 * anything else is refused with its row. Lines end in LF, CR LF or CR, each anywhere. The row of a record is its number,
 * empty ones counted, as a spreadsheet shows it.
 */
export function eachRecord(csv: CsvText, take: (row: number, fields: string[]) => void): void {
  const { text } = csv;
  let at = 0;
  for (let row = 1; at < text.length; row += 1) {
    const fields: string[] = [];
    const end = endOfRecord(csv, { at, row, fields });
    take(row, fields);
    at = text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
  }
}

interface Place {
  at: number;
  row: number;
  fields: string[];
}

/** Fills `fields` and returns where the line ends. */
function endOfRecord({ text, separator }: CsvText, { at, row, fields }: Place): number {
  const split = separator.charCodeAt(0);
  for (let start = at; ; ) {
    const quoted = text.charCodeAt(start) === QUOTE;
    const end = quoted ? endOfQuoted(text, start, row) : endOfPlain(text, { at: start, split, row });
    fields.push(quoted ? text.slice(start + 1, end - 1).replaceAll('""', '"') : text.slice(start, end));
    const code = text.charCodeAt(end);
    if (code !== split) {
      if (end < text.length && code !== LINE_FEED && code !== CARRIAGE_RETURN)
        throw new FileRefused("quotes-broken", row);
      return end;
    }
    if (fields.length > MOST_FIELDS) throw new FileRefused("too-many-columns", row);
    start = end + 1;
  }
}

function endOfPlain(text: string, { at, split, row }: { at: number; split: number; row: number }): number {
  let end = at;
  for (; end < text.length; end += 1) {
    const code = text.charCodeAt(end);
    if (code === split || code === LINE_FEED || code === CARRIAGE_RETURN) return end;
    if (code === QUOTE) throw new FileRefused("quotes-broken", row);
  }
  return end;
}

/** Index behind the closing quote of the field that opens at `at`. */
function endOfQuoted(text: string, at: number, row: number): number {
  let close = text.indexOf('"', at + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) close = text.indexOf('"', close + 2);
  if (close < 0) throw new FileRefused("quotes-broken", row);
  return close + 1;
}
