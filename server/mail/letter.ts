/** A line of a letter: what it says, and the address that it opens. */
export interface LetterLine {
  readonly text: string;
  readonly note?: string;
  readonly href?: string;
}

/** What a mail says, before it becomes a page and a plain text. */
export interface Letter {
  /** A language tag. */
  readonly language: string;
  readonly subject: string;
  readonly greeting: string;
  readonly parts: readonly { readonly title: string; readonly lines: readonly LetterLine[] }[];
  readonly button?: { readonly label: string; readonly href: string };
  /** Why it came, and how to get no more of it. */
  readonly foot: readonly LetterLine[];
}

/** The plain-text part: the same words, each address on a line of its own. */
export function letterText({ subject, greeting, parts, button, foot }: Letter): string {
  const lines = (all: readonly LetterLine[], mark: string) =>
    all.flatMap(({ text, note, href }) => [
      `${mark}${text}`,
      ...(note === undefined ? [] : [`  ${note}`]),
      ...(href === undefined ? [] : [`  ${href}`]),
    ]);
  const body = parts.flatMap(({ title, lines: own }) => [title, ...lines(own, "- "), ""]);
  const last = button === undefined ? [] : [`${button.label}:`, button.href, ""];
  return [subject, "", greeting, "", ...body, ...last, "-- ", ...lines(foot, "")].join("\n");
}

/**
 * The HTML part: one column that fits a phone, no picture and no script, light and dark by the reader's own setting.
 * Every style stands in the page, for many mail programs take no other.
 */
export function letterHtml(letter: Letter): string {
  const { language, subject, greeting, parts, button, foot } = letter;
  const direction = language.startsWith("ar") ? "rtl" : "ltr";
  const body = parts.map(
    ({ title, lines }) =>
      `<h2>${escaped(title)}</h2><ul>${lines.map((line) => `<li>${lineHtml(line)}</li>`).join("")}</ul>`,
  );
  const pressed =
    button === undefined ? "" : `<p><a class="button" href="${escaped(button.href)}">${escaped(button.label)}</a></p>`;
  const footer = foot.map((line) => `<p>${lineHtml(line)}</p>`).join("");
  return [
    `<!doctype html><html lang="${escaped(language)}" dir="${direction}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escaped(subject)}</title><style>${STYLE}</style></head><body><div class="page"><main>`,
    `<h1>${escaped(subject)}</h1><p>${escaped(greeting)}</p>${body.join("")}${pressed}</main>`,
    `<footer>${footer}</footer></div></body></html>`,
  ].join("\n");
}

function lineHtml({ text, note, href }: LetterLine): string {
  const said = href === undefined ? escaped(text) : `<a href="${escaped(href)}">${escaped(text)}</a>`;
  return note === undefined ? said : `${said}<br><span class="note">${escaped(note)}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

const STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: #f6f6f3; color: #15181c; font: 16px/24px Inter, "Noto Sans", system-ui, sans-serif; }
.page { max-width: 600px; margin: 0 auto; padding: 24px 16px; }
main { background: #ffffff; border: 1px solid #dddfe2; border-radius: 10px; padding: 20px; }
h1 { font-size: 20px; line-height: 28px; margin: 0 0 12px; }
h2 { font-size: 16px; line-height: 22px; margin: 20px 0 6px; }
p { margin: 0 0 12px; }
ul { margin: 0; padding: 0; list-style: none; }
li { padding: 8px 0; border-top: 1px solid #dddfe2; overflow-wrap: anywhere; }
a { color: #1a53b8; }
.note { color: #454c55; font-size: 14px; line-height: 20px; }
.button { display: inline-block; margin-top: 16px; padding: 12px 16px; border-radius: 7px; background: #1a53b8;
  color: #ffffff; font-weight: 600; text-decoration: none; }
footer { padding: 16px 20px; color: #636b75; font-size: 13px; line-height: 20px; }
footer a { color: #454c55; }
@media (prefers-color-scheme: dark) {
  body { background: #101316; color: #edeff2; }
  main { background: #181c21; border-color: #2b3138; }
  li { border-color: #2b3138; }
  a { color: #86b1ff; }
  .note, footer a { color: #b9c0c8; }
  .button { background: #86b1ff; color: #101316; }
  footer { color: #949da7; }
}`;
