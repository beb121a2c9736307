import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(import.meta.dirname, "../..");

/**
 * A checkout with the real bootstrap and a program of the test's own in the server's place. The packages are linked, so nothing
 * is fetched.
 */
export function littleProduct(program: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "plumbline-little-"));
  mkdirSync(path.join(folder, "server"));
  cpSync(path.join(repository, "server/bootstrap"), path.join(folder, "server/bootstrap"), { recursive: true });
  for (const name of ["node_modules", ".toolchain"]) linkTo(path.join(repository, name), path.join(folder, name));
  cpSync(path.join(repository, "package-lock.json"), path.join(folder, "package-lock.json"));
  writeFileSync(path.join(folder, "server/main.ts"), program);
  const scripts = { start: "exec node server/bootstrap/run.mjs server/main.ts" };
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ type: "module", private: true, scripts }));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function linkTo(target: string, at: string) {
  symlinkSync(target, at, "dir");
}
