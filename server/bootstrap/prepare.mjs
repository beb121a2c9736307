// Brings what a bare checkout lacks: a fit Node, the packages, the client build. Says what it does on standard error only.
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runChild } from "./child.mjs";
import {
  environmentFor,
  FALLBACK_VERSION,
  fallbackPackage,
  fitNode,
  NODE_RANGE,
  root,
  toolchain,
} from "./node-version.mjs";
import { onlyOne } from "./only-one.mjs";

const packages = path.join(root, "node_modules");
const packagesStamp = path.join(packages, ".plumbline-lock");
const clientStamp = path.join(root, "dist", ".client-sources");
const lockFile = path.join(root, "package-lock.json");
const NPM_QUIET = ["--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];

/** A step that did not end well; its own output has said why. */
export class PreparationFailed extends Error {
  /** @param {string} step @param {number} exitCode */
  constructor(step, exitCode) {
    super(`${step} failed (exit code ${exitCode}).`);
    this.exitCode = exitCode;
  }
}

/**
 * Makes the checkout fit to run and answers with the Node to run it with. Does nothing when nothing is missing; two processes
 * that call it at once take turns.
 * @param {{ client?: boolean }} needs
 * @returns {Promise<string>}
 */
export async function prepare({ client = false } = {}) {
  if (!isReady(client)) await onlyOne(path.join(toolchain, "preparing"), () => bringAll(client));
  return existingNode();
}

function isReady(client) {
  return fitNode() !== null && hasPackages() && (!client || hasClient());
}

async function bringAll(client) {
  const steps = [...(fitNode() === null ? [bringNode()] : []), ...(hasPackages() ? [] : [bringPackages()])];
  const failure = (await Promise.allSettled(steps)).find(({ status }) => status === "rejected");
  if (failure) throw failure.reason;
  if (client && !hasClient()) await buildClient();
}

async function bringNode() {
  const wanted = `${fallbackPackage()}@${FALLBACK_VERSION}`;
  say(`Node ${process.versions.node} does not fit (needed: ${NODE_RANGE}); fetching ${wanted} into .toolchain/`);
  writeFileSync(path.join(toolchain, "package.json"), '{ "private": true }\n');
  await npm(["install", "--save-exact", ...NPM_QUIET, wanted], { cwd: toolchain, env: process.env });
}

/** npm itself runs on the machine's own Node, so the packages come while the fit one is still on its way. */
async function bringPackages() {
  say("Installing the packages");
  const wanted = hashOf([lockFile]);
  rmSync(packagesStamp, { force: true });
  await npm(["ci", "--include=dev", "--no-engine-strict", ...NPM_QUIET], { cwd: root, env: process.env });
  writeFileSync(packagesStamp, wanted);
}

/** Vite builds beside the old client and the folders are swapped at the end: a running server never serves half a build. */
async function buildClient() {
  say("Building the client");
  const wanted = hashOf(clientSources());
  const node = existingNode();
  const vite = path.join(packages, "vite/bin/vite.js");
  const next = path.join(root, "dist/client-next");
  const args = [vite, "build", "--logLevel", "warn", "--outDir", next, "--emptyOutDir"];
  const code = await runChild(node, args, { cwd: root, env: environmentFor(node), stdio: ["ignore", 2, 2] });
  if (code !== 0) throw new PreparationFailed("The client build", code);
  rmSync(path.join(root, "dist/client"), { recursive: true, force: true });
  renameSync(next, path.join(root, "dist/client"));
  writeFileSync(clientStamp, wanted);
}

/** A linked node_modules belongs to another checkout, which keeps it. */
function hasPackages() {
  if (!existsSync(packages)) return false;
  return lstatSync(packages).isSymbolicLink() || isStamped(packagesStamp, [lockFile]);
}

function hasClient() {
  return existsSync(path.join(root, "dist/client/index.html")) && isStamped(clientStamp, clientSources());
}

function clientSources() {
  return [...filesUnder("client"), ...filesUnder("shared"), path.join(root, "vite.config.ts"), lockFile];
}

function filesUnder(folder) {
  return readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function isStamped(stamp, files) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hashOf(files);
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(path.relative(root, file)).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function existingNode() {
  const node = fitNode();
  if (node === null) throw new Error(`No fit Node (${NODE_RANGE}) after the preparation.`);
  return node;
}

/** The npm that started us when there is one, else the one on the PATH. */
async function npm(args, options) {
  const own = process.env.npm_execpath;
  const isNpm = own !== undefined && path.basename(own) === "npm-cli.js";
  const code = isNpm
    ? await runChild(process.execPath, [own, ...args], { ...options, stdio: ["ignore", 2, 2] })
    : await runChild("npm", args, { ...options, stdio: ["ignore", 2, 2] });
  if (code !== 0) throw new PreparationFailed(`npm ${args[0]}`, code);
}

function say(text) {
  process.stderr.write(`${text} …\n`);
}
