import type { ExportView } from "../../../shared/contracts/snapshot-exports.ts";

export function isUnderWay({ state }: ExportView): boolean {
  return state === "waiting" || state === "writing";
}

/** "Writing plumbline-….pdf…": how far a file is. */
export function progressText({ state, name, ahead, bytes }: ExportView): string {
  if (state === "ready") return `${name} is ready${bytes === null ? "" : `, ${Math.ceil(bytes / 1000)} kB`}.`;
  if (state === "writing") return `Writing ${name}…`;
  return `${name} waits for ${ahead === 1 ? "one other file" : `${ahead} other files`}.`;
}
