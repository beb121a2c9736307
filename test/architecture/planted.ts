/** A breach of the house's rules: the file that holds it, the program that must refuse it, and the word it says. */
export type Plant = { rule: string; file: string; text: string };

const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join("\n");

export const againstTheHouse: readonly Plant[] = [
  {
    rule: "domain-is-pure",
    file: "shared/domain/planted-package.ts",
    text: 'import { z } from "zod";\nexport const planted = z;',
  },
  { rule: "domain-is-pure", file: "shared/domain/planted-clock.ts", text: 'import "node:timers";' },
  {
    rule: "domain-is-pure",
    file: "shared/domain/planted-type.ts",
    text: `export type Planted = ${"import"}("../text/planted.ts").A;`,
  },
  { rule: "contracts-on-domain", file: "shared/contracts/planted.ts", text: 'import "../../db/store.ts";' },
  { rule: "text-on-domain", file: "shared/text/planted.ts", text: 'import "../contracts/planted.ts";' },
  {
    rule: "shared-stands-alone",
    file: "shared/text/planted-up.ts",
    text: 'import type { A } from "../../server/router.ts";',
  },
  { rule: "db-below-server", file: "db/planted.ts", text: 'import "../server/router.ts";' },
  { rule: "sql-lives-in-db", file: "server/results/planted-driver.ts", text: 'import { sql } from "kysely";' },
  {
    rule: "sql-text-outside-db",
    file: "server/kpis/planted-sql.ts",
    text: "export const text = `select id from kpi`;",
  },
  {
    rule: "server-sees-the-store",
    file: "server/kpis/planted-repository.ts",
    text: 'import "../../db/repositories/kpis.ts";',
  },
  { rule: "slices-do-not-touch", file: "server/results/planted-slice.ts", text: 'import "../kpis/planted-sql.ts";' },
  { rule: "service-is-not-http", file: "server/kpis/planted.service.ts", text: 'import express from "express";' },
  {
    rule: "client-sees-types-only",
    file: "client/planted-value.ts",
    text: 'import { appRouter } from "../server/router.ts";',
  },
  {
    rule: "client-stays-in-the-browser",
    file: "client/planted-db.ts",
    text: 'import type { Store } from "../db/store.ts";',
  },
  { rule: "features-do-not-touch", file: "client/features/kpis/planted.ts", text: 'import "../results/planted.ts";' },
  { rule: "leaves-draw-only", file: "client/ui/planted.ts", text: 'import "../features/kpis/planted.ts";' },
  { rule: "server-does-not-draw", file: "server/insight/planted.ts", text: 'import "../../client/ui/planted.ts";' },
  { rule: "nothing-imports-test", file: "server/audit/planted.ts", text: 'import "../../test/support/tally.ts";' },
  { rule: "unresolved-import", file: "server/audit/planted-package.ts", text: 'import "left-pad";' },
  { rule: "unresolved-import", file: "server/audit/planted-development.ts", text: 'import fc from "fast-check";' },
  { rule: "import-cycle", file: "server/audit/planted-circle.ts", text: 'import "./planted-circle.ts";' },
  { rule: "empty-name", file: "server/audit/planted-utils.ts", text: "export const planted = 1;" },
  {
    rule: "unfinished-mark",
    file: "server/audit/planted-later.ts",
    text: "// TODO: the rest\nexport const planted = 1;",
  },
];

export const againstTheLinter: readonly Plant[] = [
  { rule: "noDefaultExport", file: "server/audit/lint-default.ts", text: "export default 1;" },
  {
    rule: "noExplicitAny",
    file: "server/audit/lint-any.ts",
    text: "export const planted = (a: any): string => String(a);",
  },
  {
    rule: "noNonNullAssertion",
    file: "server/audit/lint-bang.ts",
    text: "export const planted = (a?: string) => a!.length;",
  },
  { rule: "noConsole", file: "server/audit/lint-console.ts", text: 'console.log("planted");' },
  { rule: "noBarrelFile", file: "server/audit/lint-barrel.ts", text: 'export { planted } from "./lint-any.ts";' },
  {
    rule: "noNestedTernary",
    file: "server/audit/lint-ternary.ts",
    text: "export const p = (a: number) => (a > 1 ? 1 : a > 0 ? 2 : 3);",
  },
  {
    rule: "useMaxParams",
    file: "server/audit/lint-params.ts",
    text: "export const p = (a: 1, b: 2, c: 3, d: 4) => [a, b, c, d];",
  },
  {
    rule: "noExcessiveLinesPerFile",
    file: "server/audit/lint-long.ts",
    text: lines(301, (at) => `export const p${at} = ${at};`),
  },
  {
    rule: "noExcessiveLinesPerFunction",
    file: "server/audit/lint-function.ts",
    text: `export function planted(a: number[]) {\n${lines(61, (at) => `  a.push(${at});`)}\n}`,
  },
  {
    rule: "noExcessiveCognitiveComplexity",
    file: "server/audit/lint-complex.ts",
    text: `export function planted(a: number) {\n${"if (a > 1) {\n".repeat(6)}a.toFixed();\n${"}\n".repeat(6)}}`,
  },
  {
    rule: "noFloatingPromises",
    file: "server/audit/lint-promise.ts",
    text: "async function later(): Promise<void> {}\nexport function planted() {\n  later();\n}",
  },
  {
    rule: "noRestrictedGlobals",
    file: "shared/domain/lint-clock.ts",
    text: "export const planted = () => Date.now();",
  },
  { rule: "useFilenamingConvention", file: "server/audit/lintName.ts", text: "export const planted = 1;" },
  { rule: "useImportExtensions", file: "server/audit/lint-ending.ts", text: 'import "./lint-any";' },
];

export const againstTheCompiler: readonly Plant[] = [
  { rule: "TS2322", file: "server/audit/type-index.ts", text: "export const planted = (a: string[]): string => a[0];" },
  { rule: "TS1294", file: "server/audit/type-enum.ts", text: "export enum Planted {\n  A,\n}" },
  {
    rule: "TS2375",
    file: "server/audit/type-absent.ts",
    text: "export const planted: { a?: string } = { a: undefined };",
  },
];

export const unused: readonly Plant[] = [
  { rule: "Unused files", file: "server/audit/unused-file.ts", text: "export const planted = 1;" },
  { rule: "Unused exports", file: "test/architecture/unused-export.test.ts", text: 'import "./unused-part.ts";' },
  { rule: "Unused exports", file: "test/architecture/unused-part.ts", text: "export const planted = 1;" },
];
