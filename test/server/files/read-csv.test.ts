import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FileRefused } from "../../../server/files/file-refused.ts";
import { readTable, type TableReading } from "../../../server/files/read-table.ts";
import { csvPieces } from "../../../server/files/write-csv.ts";
import type { FileFault } from "../../../shared/domain/imports/file-fault.ts";

const bytesOf = (text: string, encoding: "utf8" | "utf16le" = "utf8") => new Uint8Array(Buffer.from(text, encoding));
const rowsOf = async (bytes: Uint8Array) => {
  const { columns, rowNumbers } = await readTable(bytes);
  return rowNumbers.map((_, i) => columns.map((column) => column[i]));
};

async function refusal(bytes: Uint8Array, limits: TableReading["limits"] = {}): Promise<[FileFault, number]> {
  const error = await readTable(bytes, { limits }).catch((caught: unknown) => caught);
  if (!(error instanceof FileRefused)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return [error.fault, error.row];
}

describe("a CSV of any kind that spreadsheets write", () => {
  const text = "unit,name,value\nB-1,Häme & Öst,1\nB-2,上海,2\n";
  const swapped = (from: Uint8Array) => new Uint8Array(Buffer.from(from).swap16());
  test.each<[string, Uint8Array]>([
    ["UTF-8", bytesOf(text)],
    ["UTF-8 with mark", bytesOf(`\ufeff${text}`)],
    ["UTF-16 little endian", bytesOf(`\ufeff${text}`, "utf16le")],
    ["UTF-16 big endian", swapped(bytesOf(`\ufeff${text}`, "utf16le"))],
    ["semicolons", bytesOf(text.replaceAll(",", ";"))],
    ["tabs", bytesOf(text.replaceAll(",", "\t"))],
    ["CR LF", bytesOf(text.replaceAll("\n", "\r\n"))],
    ["CR", bytesOf(text.replaceAll("\n", "\r"))],
    ["all fields quoted", bytesOf(text.replace(/[^,\n]+/g, '"$&"'))],
    ["no line end at the end", bytesOf(text.trimEnd())],
  ])("%s", async (_kind, bytes) => {
    expect(await rowsOf(bytes)).toEqual([
      ["B-1", "Häme & Öst", "1"],
      ["B-2", "上海", "2"],
    ]);
  });

  test("quoted fields keep separators, quotes and line breaks", async () =>
    expect(await rowsOf(bytesOf('a,b\n"x, ""y""\nz",2\n'))).toEqual([['x, "y"\nz', "2"]]));

  test("rows carry the numbers that a spreadsheet shows, empty ones counted", async () => {
    const table = await readTable(bytesOf('\na,b\n"x\ny",1\n\n,\nz,2\n'));
    expect(table).toMatchObject({ header: ["a", "b"], headerRow: 2, rowNumbers: [3, 6] });
  });

  test("rows may lack empty cells at their end; what stands beyond the header is reported", async () => {
    const table = await readTable(bytesOf("a,b,c\n1\n1,2,3,,\n1,2,3,4\n"));
    expect(table).toMatchObject({ rowNumbers: [2, 3, 4], overlong: [4] });
    expect(table.columns[2]).toEqual(["", "3", "3"]);
  });
});

describe("what any CSV holds", () => {
  test("any text comes back as it was written, formulas included", async () => {
    const cell = fc
      .string({ unit: "binary", maxLength: 12 })
      .map((text) => text.replaceAll("\0", "").replaceAll(/\p{Cs}/gu, ""));
    const formula = fc
      .tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "'", "'=", "''-"), cell)
      .map((parts) => parts.join(""));
    const line = fc
      .array(fc.oneof(cell, formula), { minLength: 2, maxLength: 4 })
      .filter((cells) => cells.join("").trim() !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), async (rows) => {
        let text = "";
        for await (const piece of csvPieces(["a", "b", "c", "d"], rows)) text += piece;
        for (const fields of parse(text, { bom: true, relax_column_count: true })) {
          for (const field of fields) expect(field).not.toMatch(/^[=+\-@\t\r]/);
        }
        const padded = rows.map((row) => [...row, "", ""].slice(0, 4));
        expect(await rowsOf(bytesOf(text))).toEqual(padded);
      }),
      { numRuns: 500 },
    );
  });

  test("records are those of an independent reader", async () => {
    const field = fc
      .stringMatching(/^[ab "\n,;]{0,6}$/)
      .map((text) => (/[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text));
    const file = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(file, fc.constantFrom("\n", "\r\n"), async (records, end) => {
        const text = ["h1,h2,h3,h4,h5", ...records.map((record) => record.join(","))].join(end) + end;
        const theirs = (parse(text, { relax_column_count: true }) as string[][]).slice(1);
        const wanted = theirs
          .map((one) => [...one, "", "", "", ""].slice(0, 5))
          .filter((one) => one.join("").trim() !== "");
        const table = await rowsOf(bytesOf(text)).catch((error) =>
          error.fault === "rows-missing" ? [] : Promise.reject(error),
        );
        expect(table).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });
});

const REFUSED: [string, Uint8Array, [FileFault, number]][] = [
  ["nothing", bytesOf(""), ["file-empty", 1]],
  ["only a mark", bytesOf("\ufeff"), ["file-empty", 1]],
  ["only blank lines", bytesOf("\n\n,,\n"), ["header-missing", 1]],
  ["a header alone", bytesOf("\nunit,value\n"), ["rows-missing", 2]],
  ["another encoding", new Uint8Array([...bytesOf("a,b\nH"), 0xe4, ...bytesOf("me,1\n")]), ["text-not-utf8", 1]],
  ["broken UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x00, 0xd8, 0x61, 0x00]), ["text-not-utf8", 1]],
  ["an odd byte of UTF-16", new Uint8Array([0xff, 0xfe, 0x61, 0x00, 0x62]), ["text-not-utf8", 1]],
  ["zero bytes", bytesOf("a,b\n1,\0\n"), ["text-binary", 1]],
  ["UTF-16 without mark", bytesOf("a,b\n1,2\n", "utf16le"), ["text-binary", 1]],
  ["a quote that never closes", bytesOf('a,b\n1,2\n"3,4\n5,6\n'), ["quotes-broken", 3]],
  ["a quote inside a field", bytesOf('a,b\n1,5" pipe\n'), ["quotes-broken", 2]],
  ["text behind a closing quote", bytesOf('a,b\n"1"x,2\n'), ["quotes-broken", 2]],
  ["a last line cut short", bytesOf("a,b,c\n1,2,3\n4,5"), ["file-cut-off", 3]],
  ["two separators alike", bytesOf("a,b;c\n1,2;3\n"), ["separator-unclear", 1]],
  ["a PDF", bytesOf("%PDF-1.7\n"), ["file-kind-unknown", 1]],
  ["a web page", bytesOf("<html>"), ["file-kind-unknown", 1]],
];

describe("a CSV that cannot be taken is refused by name and row", () => {
  test.each(REFUSED)("%s", async (_name, bytes, refused) => expect(await refusal(bytes)).toEqual(refused));

  test("too large, too long, too wide", async () => {
    expect(await refusal(bytesOf("a,b\n1,2\n"), { csvBytes: 4 })).toEqual(["file-too-large", 1]);
    expect(await refusal(bytesOf("a,b\n1,2\n3,4\n5,6\n"), { rows: 2 })).toEqual(["too-many-rows", 4]);
    expect(await refusal(bytesOf("a,b,c\n1,2,3\n"), { columns: 2 })).toEqual(["too-many-columns", 1]);
    expect(await refusal(bytesOf(`a,b\n1,${"x".repeat(40_000)}\n`))).toEqual(["cell-too-long", 2]);
    expect(await refusal(bytesOf(`a,b\n${",".repeat(100_000)}\n`))).toEqual(["too-many-columns", 2]);
  });
});
