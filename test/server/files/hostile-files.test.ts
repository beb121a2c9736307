import { describe, expect, test } from "vitest";
import { FileRefused } from "../../../server/files/file-refused.ts";
import { FILE_LIMITS } from "../../../server/files/limits.ts";
import { readTable } from "../../../server/files/read-table.ts";
import { readTableInWorker } from "../../../server/files/read-table-in-worker.ts";
import { FILE_FAULTS, type FileFault } from "../../../shared/domain/imports/file-fault.ts";
import { hostileFile } from "../../support/hostile-files.ts";
import { workbookBytes, xmlRow } from "../../support/workbook-bytes.ts";

const CORPUS = process.env["PLUMBLINE_DEEP"] ? 20_000 : 1_000;
const BATCH = 1_000;
const MB = 1024 * 1024;

async function faultOf(reading: Promise<unknown>): Promise<FileFault | "read"> {
  try {
    await reading;
    return "read";
  } catch (error) {
    if (error instanceof FileRefused) return error.fault;
    throw error;
  }
}

describe("hostile files", () => {
  test(`${CORPUS} of them are read or refused by name, in bounded memory`, { timeout: 600_000 }, async () => {
    const met = new Map<string, number>();
    let most = 0;
    for (let start = 0; start < CORPUS; start += BATCH) {
      const files = Array.from({ length: BATCH }, (_, i) => hostileFile(start + i));
      const before = process.memoryUsage().rss;
      for (const { name, bytes } of files) {
        const fault = await faultOf(readTable(bytes)).catch((error: unknown) => {
          throw new Error(`${name} ended in a failure of ours`, { cause: error });
        });
        met.set(fault, (met.get(fault) ?? 0) + 1);
        most = Math.max(most, process.memoryUsage().rss - before);
      }
    }
    for (const fault of met.keys()) expect(["read", ...FILE_FAULTS]).toContain(fault);
    expect(met.get("read") ?? 0).toBeLessThan(CORPUS / 2);
    expect(met.size).toBeGreaterThan(10);
    expect(most).toBeLessThan(200 * MB);
  });

  test("entities are never resolved, and bombs never inflated", async () => {
    const sheets = { results: xmlRow(1, ["a"]) + xmlRow(2, [1]) };
    const entity = '<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>';
    const withEntity = workbookBytes({ sheets, parts: { "xl/sharedStrings.xml": entity } });
    expect(await faultOf(readTable(withEntity))).toBe("workbook-declares-entities");
    const bomb = workbookBytes({ sheets: { results: " ".repeat(40 * MB) } });
    expect(bomb.length).toBeLessThan(MB);
    expect(await faultOf(readTable(bomb))).toBe("workbook-swollen");
  });

  test("a directory that lies about a size is found while inflating", async () => {
    const bytes = Buffer.from(workbookBytes({ sheets: { results: `${xmlRow(1, ["a"])}${" ".repeat(50_000)}` } }));
    const entry = bytes.lastIndexOf("xl/worksheets/sheet1.xml") - 46;
    bytes.writeUInt32LE(100, entry + 24);
    expect(await faultOf(readTable(bytes))).toBe("workbook-swollen");
    bytes.writeUInt32LE(10_000_000, entry + 24);
    expect(await faultOf(readTable(bytes))).not.toBe("read");
  });

  test("a workbook with a password and one of before 2007 are told apart from broken ones", async () => {
    const compound = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    expect(await faultOf(readTable(compound))).toBe("workbook-old-or-protected");
  });
});

describe("a file is read in a thread of its own", () => {
  const rows = "B-1,K-1,2026-10,94.2\n".repeat(200_000);
  const large = () => new Uint8Array(Buffer.from(`unit,kpi,period,value\n${rows}`));

  test("with progress, and the event loop stays free", async () => {
    const seen: number[] = [];
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const table = await readTableInWorker(large(), { progress: (count) => seen.push(count) });
    clearInterval(beat);
    expect(table.rowNumbers).toHaveLength(200_000);
    expect(seen).toEqual(Array.from({ length: 10 }, (_, i) => (i + 1) * 20_000));
    expect(longest).toBeLessThan(1_000);
  });

  test("is stopped by the clock, by its memory and by the caller, each by name", async () => {
    expect(await faultOf(readTableInWorker(large(), { limits: { readingSeconds: 0.01 } }))).toBe(
      "reading-took-too-long",
    );
    expect(await faultOf(readTableInWorker(large(), { limits: { memoryMb: 16 } }))).toBe(
      "reading-took-too-much-memory",
    );
    expect(await faultOf(readTableInWorker(large(), { signal: AbortSignal.timeout(20) }))).toBe("reading-cancelled");
    expect(await faultOf(readTableInWorker(large(), { signal: AbortSignal.abort() }))).toBe("reading-cancelled");
  });

  test("and its refusals come through with their row", async () => {
    const error = await readTableInWorker(Buffer.from('a,b\n1,2\n3,"4')).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ fault: "quotes-broken", row: 3 });
    const tooLarge = new Uint8Array(FILE_LIMITS.csvBytes + 1);
    expect(await faultOf(readTableInWorker(tooLarge))).toBe("file-too-large");
  });
});
