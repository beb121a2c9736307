import { expect, test } from "vitest";
import { EntrySheet } from "../../client/features/results/entry-sheet.ts";
import type { EnterAnswer, EnterInput, EntryRow } from "../../shared/contracts/results.ts";
import { aRatio, aRow, aView } from "./entry-row-sample.ts";

/** A sheet whose network is this test: each call waits here until it is answered. */
function aSheet(rows: EntryRow[]) {
  const calls: {
    cells: EnterInput["cells"];
    answer: (change?: Partial<EnterAnswer>) => Promise<void>;
    fail: () => void;
  }[] = [];
  const save = (cells: EnterInput["cells"]) =>
    new Promise<EnterAnswer>((resolve, reject) => {
      calls.push({
        cells,
        answer: async (change = {}) => {
          resolve({
            saved: cells.map(savedRow),
            conflicts: [],
            refused: [],
            savedAt: "2026-11-03T12:00:00.000Z",
            ...change,
          });
          await new Promise((done) => setTimeout(done));
        },
        fail: () => reject(new Error("no network")),
      });
    });
  const savedRow = (cell: EnterInput["cells"][number]): EntryRow => {
    const row = rows.find(({ kpi }) => kpi === cell.kpi) ?? aRow(cell.kpi);
    const { content = row.content, comment = null, cause = null, confirmed = [] } = cell;
    return { ...row, content, comment, cause, confirmed, revision: cell.expectedRevision + 1, state: "draft" };
  };
  const sheet = new EntrySheet({ view: aView(rows), locale: "en-GB", save });
  const type = (kpi: string, text: string, part: "first" | "second" = "first") => {
    sheet.type({ kpi, part }, text);
    sheet.commit(null);
  };
  return { sheet, calls, type };
}

const value = (number: number) => ({ kind: "value", value: number });

test("a committed cell is sent at once with the revision that was seen; what follows waits for the answer", async () => {
  const { sheet, calls, type } = aSheet([aRow("A", { revision: 3 }), aRow("B")]);
  type("A", "97.6");
  type("B", "98");
  expect(calls.map(({ cells }) => cells)).toMatchObject([[{ kpi: "A", content: value(97.6), expectedRevision: 3 }]]);
  expect(sheet.state().saving.kind).toBe("saving");
  await calls[0]?.answer();
  expect(calls[1]?.cells).toMatchObject([{ kpi: "B", expectedRevision: 0 }]);
  await calls[1]?.answer();
  expect(sheet.state().saving).toEqual({ kind: "idle", savedAt: "2026-11-03T12:00:00.000Z" });
});

test("what is typed while its cell is on the way stays, and goes with the next call", async () => {
  const { sheet, calls, type } = aSheet([aRow("A")]);
  type("A", "97.6");
  type("A", "97.7");
  await calls[0]?.answer();
  expect(sheet.line("A")?.texts.first).toBe("97.7");
  expect(calls[1]?.cells).toMatchObject([{ content: value(97.7), expectedRevision: 1 }]);
});

test("what cannot be read is not sent, and what was said before stays said", async () => {
  const { sheet, calls, type } = aSheet([aRow("A")]);
  type("A", "97.6");
  await calls[0]?.answer();
  type("A", "abc");
  expect(calls).toHaveLength(1);
  expect(sheet.line("A")).toMatchObject({ problem: { kind: "unreadable" }, said: { content: value(97.6) } });
});

test("undo and redo after a save send a change of their own", async () => {
  const { sheet, calls, type } = aSheet([aRow("A")]);
  type("A", "97.6");
  await calls[0]?.answer();
  sheet.undo();
  expect(calls[1]?.cells).toMatchObject([{ content: { kind: "missing" }, expectedRevision: 1 }]);
  await calls[1]?.answer();
  sheet.redo();
  expect(calls[2]?.cells).toMatchObject([{ content: value(97.6), expectedRevision: 2 }]);
  expect(sheet.state()).toMatchObject({ canUndo: true, canRedo: false });
});

test("a conflict waits for its writer: mine is sent anew against theirs, theirs is taken as it is", async () => {
  const { sheet, calls, type } = aSheet([aRow("A")]);
  const conflict = {
    kpi: "A",
    revision: 4,
    theirs: value(98),
    theirsShown: "98.0",
    by: "Anna",
    at: "2026-11-03T12:01:00.000Z",
  } as const;
  type("A", "97.6");
  await calls[0]?.answer({ saved: [], conflicts: [{ ...conflict, theirs: { kind: "value", value: 98 } }] });
  expect(calls).toHaveLength(1);
  sheet.resolve("A", "mine");
  expect(calls[1]?.cells).toMatchObject([{ content: value(97.6), expectedRevision: 4 }]);
});

test("a ratio is sent when its second number is there, however soon it comes", async () => {
  const { calls, type } = aSheet([aRatio("R")]);
  type("R", "388");
  expect(calls).toHaveLength(0);
  type("R", "400", "second");
  await new Promise((done) => setTimeout(done));
  expect(calls[0]?.cells).toMatchObject([{ content: { kind: "ratio", numerator: 388, denominator: 400 } }]);
});

test("without a network nothing is lost: it is sent again on request", async () => {
  const { sheet, calls, type } = aSheet([aRow("A")]);
  type("A", "97.6");
  calls[0]?.fail();
  await new Promise((done) => setTimeout(done));
  expect(sheet.state().saving).toMatchObject({ kind: "failed", failure: { code: "unreachable" } });
  sheet.retry();
  expect(calls[1]?.cells).toMatchObject([{ content: value(97.6), expectedRevision: 0 }]);
  sheet.stop();
});

test("a paste is one step, counted, and doubts are named", () => {
  const { sheet } = aSheet([aRow("A"), aRow("B"), aRow("C", { content: { kind: "value", value: 97 } })]);
  sheet.paste([["97.1"], ["9.76"], ["97"]], { kpi: "A", part: "first" });
  expect(sheet.state().pasted?.summary).toBe("3 pasted: 1 changed, 1 same, 1 needs a look");
  sheet.undo();
  expect(sheet.state().lines.map(({ said }) => said.content.kind)).toEqual(["missing", "missing", "value"]);
});
