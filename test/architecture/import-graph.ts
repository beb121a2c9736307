import { existsSync, globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import path from "node:path";
import { parseSync } from "oxc-parser";
import type { Import } from "./dependency-rules.ts";

export const SOURCES = ["{client,db,server,shared,test}/**/*.{ts,tsx,mjs}", "*.ts"];

/** Every import of every source file below `root`, types and workers included. */
export function readImports(root: string): Import[] {
  return globSync(SOURCES, { cwd: root })
    .map((file) => file.replaceAll("\\", "/"))
    .sort()
    .flatMap((file) => importsOf(root, file));
}

function importsOf(root: string, file: string): Import[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const { module } = parseSync(file, text);
  const found = [
    ...module.staticImports.map((entry) => ({
      specifier: entry.moduleRequest.value,
      isTypeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
    })),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((name) =>
        name.moduleRequest ? [{ specifier: name.moduleRequest.value, isTypeOnly: name.isType }] : [],
      ),
    ),
    ...matchesOf(text, /\bimport\(\s*["']([^"']+)["']/g),
    ...matchesOf(text, /new URL\(\s*["'](\.[^"']+)["'],\s*import\.meta\.url/g),
  ];
  return found.map(({ specifier, isTypeOnly }) => ({ from: file, to: target(file, specifier), isTypeOnly }));
}

function matchesOf(text: string, pattern: RegExp) {
  return [...text.matchAll(pattern)].map((match) => ({ specifier: match[1] ?? "", isTypeOnly: false }));
}

function target(file: string, specifier: string): string {
  const bare = specifier.split("?")[0] ?? specifier;
  if (bare.startsWith(".")) return path.posix.join(path.posix.dirname(file), bare);
  if (isBuiltin(bare)) return bare.startsWith("node:") ? bare : `node:${bare}`;
  const words = bare.split("/");
  return `npm:${words.slice(0, bare.startsWith("@") ? 2 : 1).join("/")}`;
}

/** Imports that lead nowhere: a file that is not there, or a package that package.json does not name for this kind of file. */
export function unresolved(root: string, imports: readonly Import[]): Import[] {
  const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as Record<string, object>;
  const product = new Set(Object.keys(manifest["dependencies"] ?? {}));
  const development = new Set(Object.keys(manifest["devDependencies"] ?? {}));
  return imports.filter(({ from, to, isTypeOnly }) => {
    if (to.startsWith("node:")) return false;
    if (!to.startsWith("npm:")) return !existsSync(path.join(root, to));
    const name = to.slice("npm:".length);
    const mayUseDevelopment = isTypeOnly || from.startsWith("test/") || !from.includes("/");
    return !product.has(name) && !(mayUseDevelopment && development.has(name));
  });
}

/** Each circle of files once, from its first file back to it. */
export function cycles(imports: readonly Import[]): string[][] {
  const next = Map.groupBy(
    imports.filter(({ to }) => !/^(npm|node):/.test(to)),
    ({ from }) => from,
  );
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: string[]) => {
    const at = trail.indexOf(file);
    if (at >= 0) found.push([...trail.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const { to } of next.get(file) ?? []) visit(to, [...trail, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}
