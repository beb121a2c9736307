import { expect, test } from "vitest";
import { snapshotCsv, snapshotJson } from "../../server/snapshots/snapshot-file.ts";
import { packSource, readSnapshot, snapshotFor, takeSnapshot } from "../../server/snapshots/snapshots.service.ts";
import type { Month } from "../../shared/domain/month.ts";
import { monthRange } from "../../shared/domain/month.ts";
import { verifyFile } from "../../shared/files/sealed-file.ts";
import { describeEachDatabase } from "../support/databases.ts";
import { aReportingWorld, month, type ReportingWorld, sold } from "../support/reporting-world.ts";

const MARCH = month("2026-03");
/** Of the same input on whichever database came first. */
const hashes = new Set<string>();

async function aYear(world: ReportingWorld): Promise<void> {
  const months = monthRange(month("2025-03"), MARCH);
  const asked = months.flatMap((period: Month, index) => [
    sold(100 + index, { period }),
    sold(200 - index, { period, unit: "B2" }),
  ]);
  await world.take("operator", "submit", ...asked);
}

const FREEZE = { unit: "GROUP", period: MARCH, label: "March" };

async function bytesOf(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

describeEachDatabase("a snapshot", (database) => {
  test("stays as it was when its figures are corrected afterwards", async () => {
    const world = await aReportingWorld(await database.open());
    await aYear(world);
    const actor = await world.as("operator");
    const head = await takeSnapshot(actor, FREEZE);
    const before = await packSource(actor, { id: head.id, publicUrl: null });
    await world.take("operator", "submit", sold(900));
    const after = await packSource(actor, { id: head.id, publicUrl: null });
    expect(await bytesOf(snapshotJson(after))).toEqual(await bytesOf(snapshotJson(before)));
    const view = await readSnapshot(actor, head.id);
    expect(view).toMatchObject({ verified: true, head: { sha256: head.sha256 } });
    const frozen = view.overview.kpis.find(({ kpi }) => kpi === "SOLD");
    expect(frozen?.figure.value).toBe(112 + 188);
    expect(frozen?.yearEnd).toMatchObject({ fiscalYear: 2026, knownTo: MARCH, isOver: false, historyMonths: 13 });
    expect(await world.shown({ unit: "GROUP" })).toBe(900 + 188);
  });

  test("as of an earlier instant holds the numbers that were shown then", async () => {
    const world = await aReportingWorld(await database.open());
    await aYear(world);
    const actor = await world.as("operator");
    const then = await takeSnapshot(actor, FREEZE);
    await world.take("operator", "submit", sold(900));
    const again = await takeSnapshot(actor, { ...FREEZE, label: "once more", asOf: then.asOf });
    expect(again.sha256).toBe(then.sha256);
  });

  test("of the same input is the same to the byte on every database", async () => {
    const world = await aReportingWorld(await database.open());
    await aYear(world);
    const { sha256 } = await takeSnapshot(await world.as("operator"), FREEZE);
    hashes.add(sha256);
    expect([...hashes]).toEqual([sha256]);
  });

  test("is taken by those who may, and seen by those who may read its unit", async () => {
    const world = await aReportingWorld(await database.open());
    await aYear(world);
    await expect(takeSnapshot(await world.as("viewer"), FREEZE)).rejects.toMatchObject({ code: "not-allowed" });
    expect(await world.store.snapshots.list(null, 50)).toEqual([]);
    const { id } = await takeSnapshot(await world.as("quality"), FREEZE);
    expect((await readSnapshot(await world.as("viewer"), id)).formats).toEqual([]);
    await expect(readSnapshot(await world.as("stranger"), id)).rejects.toMatchObject({ code: "not-found" });
  });

  test("names no person: their codes stand in the payload", async () => {
    const world = await aReportingWorld(await database.open());
    await aYear(world);
    const { id } = await takeSnapshot(await world.as("quality"), FREEZE);
    const { payload } = await snapshotFor(await world.as("quality"), { id, action: "read" });
    for (const name of ["contributor", "quality", "example.org"]) expect(payload).not.toContain(name);
  });
});

test("a file of a snapshot is told from one with any byte changed", async () => {
  const { openStore } = await import("../../db/store.ts");
  const store = await openStore({ memory: true, auditKey: "k", clock: () => Date.UTC(2026, 3, 20) });
  const world = await aReportingWorld(store);
  await aYear(world);
  const actor = await world.as("operator");
  const { id, sha256 } = await takeSnapshot(actor, FREEZE);
  const source = await packSource(actor, { id, publicUrl: null });
  const files = { json: await bytesOf(snapshotJson(source)), csv: await bytesOf(snapshotCsv(source)) };
  for (const [format, file] of Object.entries(files)) {
    expect(await verifyFile(file)).toEqual({ kind: "original", format, id, sha256 });
    for (let i = 0; i < 500; i++) {
      const at = (i * 7919) % file.length;
      const altered = Buffer.from(file);
      altered[at] = (file[at] ?? 0) ^ (1 << (i % 8));
      expect((await verifyFile(altered)).kind, `${format} ${at}`).not.toBe("original");
    }
    expect((await verifyFile(file.subarray(0, -1))).kind).not.toBe("original");
    expect((await verifyFile(Buffer.concat([file, Buffer.from(" ")]))).kind).not.toBe("original");
  }
  expect(files.csv.toString()).toContain("kpi,name,unit_of_measure,unit,period,value");
  expect(files.csv.toString()).toContain(sha256);
  await store.close();
});
