import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { type DependencyRule, dependencyRules, type Import } from "./dependency-rules.ts";
import { cycles, readImports, SOURCES, unresolved } from "./import-graph.ts";

/** Names that say nothing about what is inside. */
const EMPTY_WORDS = /(^|[-./])(utils?|helpers?|common|misc|managers?|data|infos?|index)(?=[./])/;
const SQL_TEXT =
  /["'`]\s*(select\s[^"'`]+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|create\s+(table|index))\s/i;
const UNFINISHED = /\b(TODO|FIXME|XXX|HACK)\b/;

/** Every breach of the house's rules below `root`, one sentence each. */
export function breaches(root: string): string[] {
  const imports = readImports(root);
  return [
    ...imports.flatMap((entry) =>
      dependencyRules.filter((rule) => isBroken(rule, entry)).map((rule) => say(rule, entry)),
    ),
    ...unresolved(root, imports).map(({ from, to }) => `${from} imports ${to}, which is not there (unresolved-import)`),
    ...cycles(imports).map((circle) => `${circle.join(" → ")} is a circle (import-cycle)`),
    ...globSync(SOURCES, { cwd: root })
      .sort()
      .flatMap((file) => breachesInside(root, file.replaceAll("\\", "/"))),
  ];
}

function isBroken(rule: DependencyRule, { from, to, isTypeOnly }: Import): boolean {
  const source = rule.from.exec(from);
  if (!source || rule.fromExcept?.test(from) || !rule.to.test(to)) return false;
  if (rule.allowsTypes && isTypeOnly) return false;
  const allowed = rule.except?.replaceAll("$1", source[1] ?? "");
  return allowed === undefined || !new RegExp(allowed).test(to);
}

function say(rule: DependencyRule, { from, to }: Import): string {
  return `${from} imports ${to}. ${rule.why} (${rule.name})`;
}

function breachesInside(root: string, file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  const found: string[] = [];
  if (EMPTY_WORDS.test(file)) found.push(`${file}: the name says nothing about what is inside (empty-name)`);
  if (/^(server|client|shared)\//.test(file) && SQL_TEXT.test(text))
    found.push(`${file} holds SQL text (sql-text-outside-db)`);
  if (!file.startsWith("test/architecture/") && UNFINISHED.test(text))
    found.push(`${file} is unfinished (unfinished-mark)`);
  return found;
}
