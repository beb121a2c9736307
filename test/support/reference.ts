import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Where the reference vectors stand: `PLUMBLINE_REFERENCE`, else `../shared` beside the checkout.
 * Null where they are absent, which is an error on a build server: there the comparison must not be skipped.
 */
function referenceFolder(): string | null {
  const folder = process.env["PLUMBLINE_REFERENCE"] ?? join(CHECKOUT, "../shared");
  if (existsSync(join(folder, "vectors"))) return folder;
  if (process.env["CI"]) throw new Error(`The reference vectors are not at ${folder}; set PLUMBLINE_REFERENCE.`);
  console.warn(`No reference vectors at ${folder}: comparisons with them are skipped.`);
  return null;
}

export const REFERENCE = referenceFolder();

/** The text of a reference file such as `vectors/funnel.json`, or null where the vectors are absent. */
export function referenceText(path: string): string | null {
  return REFERENCE === null ? null : readFileSync(join(REFERENCE, path), "utf8");
}
