// Which Node runs the product. Plain JavaScript without packages: the machine's own Node (18 or newer) reads it first.
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const toolchain = path.join(root, ".toolchain");

/** The strictest `engines` of the packages; it includes native type stripping. */
export const NODE_RANGE = "^22.22.2 || ^24.15 || >=26";
export const FALLBACK_VERSION = "24.21.0";

/** @param {string} version such as "24.21.0" */
export function isFit(version) {
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  if (major >= 26) return true;
  if (major === 24) return minor >= 15;
  return major === 22 && (minor > 22 || (minor === 22 && patch >= 2));
}

/** The npm package that holds nothing but a Node binary for this machine. */
export function fallbackPackage() {
  return `node-${process.platform}-${process.arch}`;
}

function fallbackBinary() {
  return path.join(toolchain, "node_modules", fallbackPackage(), "bin/node");
}

/** The Node to run everything with, or null when it must first be brought. */
export function fitNode() {
  if (isFit(process.versions.node)) return process.execPath;
  return existsSync(fallbackBinary()) ? fallbackBinary() : null;
}

/** The environment of a child: the fit Node comes first on its PATH. */
export function environmentFor(node) {
  return { ...process.env, PATH: path.dirname(node) + path.delimiter + (process.env.PATH ?? "") };
}
