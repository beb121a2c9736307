import type { BowlerCell } from "../../../shared/contracts/bowler.ts";
import type { OverviewKpi } from "../../../shared/contracts/insight.ts";
import type { StatusKind } from "../../../shared/domain/status-kind.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { say } from "../../text/say.ts";

/** What is well carries no shape: a bowler is read by its misses. */
export function isMarked(status: StatusKind): boolean {
  return status !== "on" && status !== "no_target" && status !== "not_due";
}

/** "Callback rate, Aug 2026, 5.0, off target, target ≤ 4.0". */
export function cellLabel({ name }: Pick<OverviewKpi, "name">, cell: BowlerCell, locale: string): string {
  const target = cell.target === null ? [] : [say("overview.targetShort", { target: cell.target })];
  return [name, monthText(cell.month, locale), cell.shown, cell.statusWord.toLowerCase(), ...target].join(", ");
}

/** The month that a key leads to from one in focus; null at the edge and for other keys. */
export function nextCell(table: HTMLElement, from: HTMLElement, key: string): HTMLElement | null {
  const row = from.closest("tr");
  if (row === null) return null;
  const cells = [...row.querySelectorAll<HTMLElement>("[data-cell]")];
  const column = cells.indexOf(from);
  if (key === "ArrowRight") return cells[column + 1] ?? null;
  if (key === "ArrowLeft") return cells[column - 1] ?? null;
  if (key !== "ArrowDown" && key !== "ArrowUp") return null;
  const rows = [...table.querySelectorAll("tr")].filter((each) => each.querySelector("[data-cell]") !== null);
  const beside = rows[rows.indexOf(row) + (key === "ArrowDown" ? 1 : -1)];
  const found = [...(beside?.querySelectorAll<HTMLElement>("[data-cell]") ?? [])];
  return found[column] ?? found.at(-1) ?? null;
}
