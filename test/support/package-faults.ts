import { officeParts } from "./frozen-files.ts";

/** What is wrong with an Office file as a package: parts without a type, relations that lead nowhere, broken markup. */
export function packageFaults(file: Buffer): string[] {
  const parts = officeParts(file);
  const types = parts.get("[Content_Types].xml") ?? "";
  const listed = [...types.matchAll(/PartName="\/([^"]*)"/g)].map(([, name = ""]) => name);
  return [
    ...listed.filter((name) => !parts.has(name)).map((name) => `${name} is listed and absent`),
    ...[...parts.keys()].filter((name) => !hasType(types, name)).map((name) => `${name} has no type`),
    ...[...parts].flatMap(([name, xml]) => (/\.(xml|rels)$/.test(name) ? markupFaults(name, xml) : [])),
    ...[...parts].flatMap(([name, xml]) => (name.endsWith(".rels") ? relationFaults(parts, name, xml) : [])),
  ];
}

function hasType(types: string, name: string): boolean {
  const ending = name.slice(name.lastIndexOf(".") + 1);
  return types.includes(`PartName="/${name}"`) || types.includes(`Extension="${ending}"`);
}

function relationFaults(parts: ReadonlyMap<string, string>, name: string, xml: string): string[] {
  const folder = name.replace(/_rels\/[^/]*$/, "");
  return [...xml.matchAll(/<Relationship ([^>]*)>/g)].flatMap(([, attributes = ""]) => {
    const target = /Target="([^"]*)"/.exec(attributes)?.[1] ?? "";
    const at = new URL(target, `http://package/${folder}`).pathname.slice(1);
    return attributes.includes('TargetMode="External"') || parts.has(at) ? [] : [`${name} leads to ${at}`];
  });
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+\s*=\s*"[^"<]*")*\s*(\/?)>/g;

/** Tags that do not match, or angle brackets that are none. */
function markupFaults(name: string, xml: string): string[] {
  const open: string[] = [];
  for (const [, close, tag = "", single] of xml.matchAll(TAG)) {
    if (close === "/" && open.pop() !== tag) return [`${name}: ${tag} is closed where it is not open`];
    if (close !== "/" && single !== "/") open.push(tag);
  }
  const rest = xml.replace(/^\ufeff?<\?[^>]*\?>/, "").replaceAll(TAG, "");
  return open.length > 0 || rest.includes("<") ? [`${name} is not well-formed`] : [];
}
