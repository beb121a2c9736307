import { existsSync, readdirSync } from "node:fs";
import path from "node:path";

const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The browser of this machine, or null. `PLUMBLINE_BROWSER` names another one. */
export function findBrowser(): string | null {
  const named = process.env["PLUMBLINE_BROWSER"];
  if (named) return existsSync(named) ? named : null;
  return browsers.find((file) => existsSync(file)) ?? null;
}

/** The folder with `initdb` and `postgres`, the newest version first, or null. `PLUMBLINE_POSTGRES` names another one. */
export function findPostgres(): string | null {
  const named = process.env["PLUMBLINE_POSTGRES"];
  const folders = named
    ? [named]
    : [...installedVersions("/usr/lib/postgresql"), "/opt/homebrew/bin", "/usr/local/bin"];
  return folders.find((folder) => existsSync(path.join(folder, "initdb"))) ?? null;
}

function installedVersions(base: string): string[] {
  if (!existsSync(base)) return [];
  const versions = readdirSync(base).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => path.join(base, version, "bin"));
}
