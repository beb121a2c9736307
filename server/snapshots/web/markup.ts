/**
 * Markup that a browser writes back as it was read, so that the page can hash what it shows: quoted attributes, explicit
 * table bodies, no self-closing tags.
 */
export function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly string[]
): string {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${attributeText(value)}"`);
  return `<${tag}${said.join("")}>${children.join("")}</${tag}>`;
}

export function markupText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll(/[\0\r]/g, " ");
}

/** Browsers differ in how they write angle brackets of an attribute back: none stand there. */
function attributeText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("\u00a0", "&nbsp;")
    .replaceAll("<", "‹")
    .replaceAll(">", "›")
    .replaceAll(/[\0\r]/g, " ");
}

export type WebTable = {
  readonly caption: string;
  readonly head: readonly string[];
  /** Markup of each cell; the first is the row's heading. */
  readonly rows: readonly (readonly string[])[];
};

export function table({ caption, head, rows }: WebTable): string {
  const heads = head.map((text) => element("th", { scope: "col" }, markupText(text)));
  const body = rows.map(([first = "", ...rest]) =>
    element("tr", {}, element("th", { scope: "row" }, first), ...rest.map((cell) => element("td", {}, cell))),
  );
  return element(
    "div",
    { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    element(
      "table",
      {},
      element("caption", {}, markupText(caption)),
      element("thead", {}, element("tr", {}, ...heads)),
      element("tbody", {}, ...body),
    ),
  );
}
