import { unzipSync } from "fflate";
import { type Pack, type PackSource, packOf } from "../../server/snapshots/pack/pack.ts";
import { SNAPSHOT_FORMATS } from "../../server/snapshots/snapshot-formats.ts";
import { packSource, takeSnapshot } from "../../server/snapshots/snapshots.service.ts";
import type { SealedFormat } from "../../shared/files/sealed-format.ts";
import { aDemonstration, storyMonth } from "./demonstration.ts";

export type FrozenFiles = {
  readonly source: PackSource;
  readonly pack: Pack;
  readonly files: Readonly<Record<SealedFormat, Buffer>>;
};

export async function wholeFile(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const held: Buffer[] = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

/** The demonstration's newest month, frozen and written in every format. */
export async function frozenFiles(): Promise<FrozenFiles> {
  const { store, actor } = await aDemonstration({ units: 12 });
  const { id } = await takeSnapshot(actor, { unit: "GROUP", period: storyMonth(36), label: "The newest month" });
  const source = await packSource(actor, { id, publicUrl: "https://quality.example.org/" });
  await store.close();
  const written = Object.entries(SNAPSHOT_FORMATS).map(
    async ([format, { write }]) => [format, await wholeFile(write(source))] as const,
  );
  const files = Object.fromEntries(await Promise.all(written)) as Record<SealedFormat, Buffer>;
  return { source, pack: packOf(source), files };
}

/** The parts of an Office file as text, by name. */
export function officeParts(file: Buffer): ReadonlyMap<string, string> {
  return new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
}

/** What stands between the tags of markup. */
export function textIn(markup: string): string {
  return markup
    .replaceAll(/<[^>]*>/g, "\n")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
