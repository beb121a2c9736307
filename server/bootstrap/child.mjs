// Starts a program as if it were this process: signals go down to it, its exit code comes back.
import { spawn } from "node:child_process";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
const SAME_SIGNAL_MS = 300;
const PARENT_CHECK_MS = 1_000;

/**
 * Resolves with the exit code, 128 + its number for a signal. A signal is handed down once: npm and the terminal may both send
 * the same one. When npm started this process and dies without a word, the child is told to stop.
 * @param {string} program
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {Promise<number>}
 */
export function runChild(program, args, options) {
  const child = spawn(program, args, { stdio: "inherit", ...options });
  const last = new Map();
  const listeners = SIGNALS.map((signal) => {
    const listener = () => {
      const isRepeat = Date.now() - (last.get(signal) ?? 0) < SAME_SIGNAL_MS;
      last.set(signal, Date.now());
      if (!isRepeat) child.kill(signal);
    };
    process.on(signal, listener);
    return /** @type {const} */ ([signal, listener]);
  });
  const watch = watchParent(() => child.kill("SIGTERM"));
  return new Promise((resolve, reject) => {
    const done = (settle) => {
      clearInterval(watch);
      for (const [signal, listener] of listeners) process.off(signal, listener);
      settle();
    };
    child.once("error", (error) => done(() => reject(error)));
    child.once("exit", (code, signal) => done(() => resolve(code ?? exitCodeOf(signal))));
  });
}

function exitCodeOf(signal) {
  return { SIGHUP: 129, SIGINT: 130, SIGKILL: 137, SIGTERM: 143 }[signal] ?? 1;
}

function watchParent(onLost) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    onLost();
  }, PARENT_CHECK_MS);
  watch.unref();
  return watch;
}
