// Lets one process of a checkout at a time prepare it.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const BEAT_MS = 2_000;
const SILENT_MS = 30_000;

/**
 * Runs `task` while no other process runs one under the same file. A holder that died or fell silent is replaced, by one
 * waiter only: the first to make the folder named after the dead holder's token.
 */
export async function onlyOne(file, task) {
  mkdirSync(path.dirname(file), { recursive: true });
  const token = `${process.pid} ${randomUUID()}`;
  while (!take(file, token)) await sleep(150);
  const beat = setInterval(() => touch(file), BEAT_MS);
  try {
    return await task();
  } finally {
    clearInterval(beat);
    if (holder(file) === token) rmSync(file, { force: true });
  }
}

function take(file, token) {
  try {
    writeFileSync(file, token, { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  const current = holder(file);
  return current !== null && isDead(file, current) && replace(file, current, token);
}

function replace(file, dead, token) {
  const claim = `${file}.after-${dead.split(" ")[1] ?? "nobody"}`;
  try {
    mkdirSync(claim);
  } catch {
    if (isSilent(claim)) rmSync(claim, { recursive: true, force: true });
    return false;
  }
  const isStillDead = holder(file) === dead;
  if (isStillDead) {
    writeFileSync(`${claim}/token`, token);
    renameSync(`${claim}/token`, file);
  }
  rmSync(claim, { recursive: true, force: true });
  return isStillDead;
}

function holder(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function touch(file) {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // Gone: the next holder() says so.
  }
}

function isDead(file, token) {
  const pid = Number(token.split(" ")[0]);
  return (pid > 0 && !isRunning(pid)) || isSilent(file);
}

function isSilent(file) {
  try {
    return Date.now() - statSync(file).mtimeMs > SILENT_MS;
  } catch {
    return false;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
