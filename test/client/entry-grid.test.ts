import { describe, expect, test } from "vitest";
import { readCells, textsOf } from "../../client/features/results/cell-reading.ts";
import { readClipboard, readTabs } from "../../client/features/results/clipboard-table.ts";
import { commandOf } from "../../client/features/results/grid-keys.ts";
import { afterEnter, type GridRow, moved } from "../../client/features/results/grid-moves.ts";
import { matchPaste } from "../../client/features/results/match-paste.ts";
import type { Month } from "../../shared/domain/month.ts";
import { aRatio, aRow } from "./entry-row-sample.ts";

const ROWS: GridRow[] = [
  { kpi: "A", parts: 1 },
  { kpi: "B", parts: 2 },
  { kpi: "C", parts: 2 },
];
const at = (kpi: string, part: "first" | "second" = "first") => ({ kpi, part });

describe("moves", () => {
  test("Tab reads through the cells and leaves the grid at either end", () => {
    expect(moved(ROWS, at("A"), "next")).toEqual(at("B"));
    expect(moved(ROWS, at("B"), "next")).toEqual(at("B", "second"));
    expect(moved(ROWS, at("C", "second"), "next")).toBeNull();
    expect(moved(ROWS, at("A"), "previous")).toBeNull();
  });

  test("up and down stay in their column where there is one", () => {
    expect(moved(ROWS, at("C", "second"), "up")).toEqual(at("B", "second"));
    expect(moved(ROWS, at("B", "second"), "up")).toEqual(at("A"));
    expect(moved(ROWS, at("C"), "down")).toBeNull();
    expect([moved(ROWS, at("B"), "first"), moved(ROWS, at("B"), "last")]).toEqual([at("A"), at("C", "second")]);
  });

  test("Enter goes to an empty denominator first, then down to the next KPI", () => {
    expect(afterEnter(ROWS, at("B"), true)).toEqual(at("B", "second"));
    expect(afterEnter(ROWS, at("B"), false)).toEqual(at("C"));
    expect(afterEnter(ROWS, at("B", "second"), true)).toEqual(at("C"));
    expect(afterEnter(ROWS, at("C", "second"), false)).toBeNull();
  });
});

describe("keys", () => {
  const press = (key: string, held: "ctrl" | "alt" | "shift" | "" = "", isEditing = false) =>
    commandOf({ key, ctrl: held === "ctrl", alt: held === "alt", shift: held === "shift" }, isEditing);

  test("arrows, Delete and undo belong to the text while it is edited", () => {
    expect(press("ArrowLeft")).toEqual({ kind: "move", move: "left" });
    expect(press("z", "ctrl")).toEqual({ kind: "undo" });
    expect(["ArrowLeft", "Delete"].map((key) => press(key, "", true))).toEqual([null, null]);
    expect(press("z", "ctrl", true)).toBeNull();
  });

  test("the others always mean the same, and letters mean nothing", () => {
    for (const isEditing of [true, false]) {
      expect(press("Enter", "", isEditing)).toEqual({ kind: "enter" });
      expect(press("Enter", "shift", isEditing)).toEqual({ kind: "move", move: "up" });
      expect(press("Enter", "ctrl", isEditing)).toEqual({ kind: "submit" });
      expect(press("Enter", "alt", isEditing)).toEqual({ kind: "accept" });
      expect(press("c", "alt", isEditing)).toEqual({ kind: "comment" });
      expect(press("c", "ctrl", isEditing)).toBeNull();
      expect(press("7", "", isEditing)).toBeNull();
    }
  });
});

describe("cells", () => {
  const read = (first: string, second = "", row = aRow("A")) => readCells(row, { first, second }, "");

  test("both separators are taken, and what can be read two ways is settled by the usual range or asked", () => {
    expect(read("97,6")).toEqual({ kind: "content", content: { kind: "value", value: 97.6 } });
    const large = aRow("A", { usual: { low: 1000, high: 1500, shown: "" }, maximum: null });
    expect(read("1.234", "", large)).toEqual({ kind: "content", content: { kind: "value", value: 1234 } });
    const unknown = aRow("A", { usual: null, maximum: null });
    expect(read("1.234", "", unknown)).toMatchObject({ problem: { kind: "ambiguous", readings: [1.234, 1234] } });
    expect(read("11,11,1")).toMatchObject({ problem: { kind: "unreadable" } });
  });

  test("a ratio needs both numbers, each read by its own usual range", () => {
    const ratio = aRatio("B");
    expect(read("388", "400", ratio)).toEqual({
      kind: "content",
      content: { kind: "ratio", numerator: 388, denominator: 400 },
    });
    expect(read("388", "", ratio)).toMatchObject({ problem: { kind: "half", part: "second" } });
    expect(read("401", "400", ratio)).toMatchObject({ problem: { kind: "limits" } });
    expect(read("", "", ratio)).toEqual({ kind: "content", content: { kind: "missing" } });
  });

  test("not applicable needs a reason; a percent sign is read where percent is meant", () => {
    expect(read("n/a")).toMatchObject({ problem: { kind: "reason_needed" } });
    expect(read("97.6 %")).toMatchObject({ content: { value: 97.6 } });
    expect(read("97.6 %", "", aRow("A", { unitOfMeasure: "points" }))).toMatchObject({ problem: { kind: "percent" } });
    expect(textsOf({ kind: "value", value: 97.6 }, "fi")).toEqual({ first: "97,6", second: "" });
  });
});

describe("paste", () => {
  const rows = [aRow("FIX", { name: "First-time fix rate" }), aRatio("VISITS"), aRow("NPS")];
  const target = { rows, month: "2026-10" as Month, locale: "en-GB", at: at("FIX") };

  test("text of a spreadsheet: tabs, line ends of every kind, quoted cells", () => {
    expect(readTabs('1\t2\r\n"a ""b""\tc"\t4\r\n')).toEqual([
      ["1", "2"],
      ['a "b"\tc', "4"],
    ]);
    expect(readTabs("1\n2\n\n")).toEqual([["1"], ["2"]]);
    expect(readClipboard("97.6", "")).toBeNull();
    const html = "<table><tr><td>97.6</td></tr><tr><td> 48 </td></tr></table>";
    expect(readClipboard("", html)).toEqual([["97.6"], ["48"]]);
  });

  test("by position from the cursor down; nothing outside is cut in silence", () => {
    const { cells, leftOut } = matchPaste([["97", "9"], ["388", "400"], ["48"], ["5"]], target);
    expect(cells).toEqual([
      { kpi: "FIX", texts: { first: "97" } },
      { kpi: "VISITS", texts: { first: "388", second: "400" } },
      { kpi: "NPS", texts: { first: "48" } },
    ]);
    expect(leftOut).toEqual(["1 row below the last KPI left out.", "1 cell to the right left out."]);
  });

  test("by names or codes in any order, below the head of the month", () => {
    const block = [
      ["KPI", "September", "October"],
      ["nps", "45", "48"],
      ["First-time  Fix Rate", "88", "87"],
      ["Luggage", "1", "2"],
    ];
    const { cells, leftOut } = matchPaste(block, target);
    expect(cells).toEqual([
      { kpi: "NPS", texts: { first: "48" } },
      { kpi: "FIX", texts: { first: "87" } },
    ]);
    expect(leftOut).toEqual(["“Luggage” is no KPI of this month."]);
  });

  test("heads of other months only: nothing is pasted, and it is said", () => {
    const block = [
      ["", "Aug 2026", "Sep 2026"],
      ["NPS", "45", "46"],
    ];
    expect(matchPaste(block, target)).toEqual({ cells: [], leftOut: ["The block has no column for October 2026."] });
  });
});
