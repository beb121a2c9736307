import type { Readings } from "../../db/store.ts";
import { checkThemes } from "../../shared/domain/imports/check-themes.ts";
import type { ImportRow } from "../../shared/domain/imports/row.ts";
import { type Importing, type ImportPlan, referenceWith } from "./import-plan.ts";

type ThemeRow = ImportRow<"themes">;
type Strategy = Awaited<ReturnType<Readings["strategy"]["strategies"]>>[number];

/** A row is a theme and the strategy that it belongs to, named by its code or its name. */
export async function planThemes({ rows, store, reference }: Importing<"themes">): Promise<ImportPlan> {
  const strategies = await store.strategy.strategies();
  const themes = new Map((await store.strategy.themes()).map((theme) => [theme.code, theme]));
  const codes = strategyCodes(rows, strategies);
  const isStored = (row: ThemeRow) => {
    const theme = themes.get(row.code ?? "");
    const strategy = strategies.find(({ code }) => code === codes.get(row.strategy ?? ""));
    return (
      strategy !== undefined &&
      theme?.strategy === strategy.code &&
      theme.name === row.name &&
      theme.longTermGoal === (row.longTermGoal ?? "") &&
      strategy.fromYear === row.fromYear &&
      strategy.toYear === row.toYear
    );
  };
  const unchanged = new Set(rows.filter(isStored).map(({ row }) => row));
  const changed = rows.filter(({ row }) => !unchanged.has(row));
  return {
    checked: checkThemes(rows, referenceWith(reference, unchanged)),
    unchanged: unchanged.size,
    write: async (inside) => {
      const said = changed.map((row) => strategyOf(row, codes, strategies));
      await inside.strategy.putStrategies([...new Map(said.map((strategy) => [strategy.code, strategy])).values()]);
      const positions = new Map([...themes.values()].map((theme) => [theme.code, theme.position]));
      const last = Math.max(0, ...positions.values());
      await inside.strategy.putThemes(
        changed.map((row, at) => {
          const code = row.code ?? "";
          const position = positions.get(code) ?? last + 1 + at;
          const strategy = codes.get(row.strategy ?? "") ?? "";
          return { code, strategy, name: row.name ?? "", longTermGoal: row.longTermGoal ?? "", position };
        }),
      );
      return changed.length;
    },
  };
}

/** Codes by what the rows call their strategies: a code, a name, or something new, which takes the next code. */
function strategyCodes(rows: readonly ThemeRow[], strategies: readonly Strategy[]): Map<string, string> {
  const codes = new Map<string, string>();
  const taken = new Set(strategies.map(({ code }) => code));
  for (const { strategy } of rows) {
    if (strategy === null || codes.has(strategy)) continue;
    const known = strategies.find(({ code }) => code === strategy) ?? strategies.find(({ name }) => name === strategy);
    const code = known?.code ?? nextCode(taken);
    taken.add(code);
    codes.set(strategy, code);
  }
  return codes;
}

function nextCode(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`S${number}`)) number += 1;
  return `S${number}`;
}

function strategyOf(row: ThemeRow, codes: ReadonlyMap<string, string>, strategies: readonly Strategy[]) {
  const called = row.strategy ?? "";
  const code = codes.get(called) ?? called;
  const known = strategies.find((strategy) => strategy.code === code);
  const years = { fromYear: row.fromYear ?? 0, toYear: row.toYear ?? 0 };
  return { code, name: known?.name ?? called, statement: known?.statement ?? "", ...years };
}
