import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

export type Started = {
  address: string;
  /** All that was printed so far, both streams. */
  printed: () => string;
  npm: ChildProcess;
  /** Sends the signal to npm, or to its whole process group, and answers with npm's exit code and signal. */
  stop: (signal: NodeJS.Signals, to?: "npm" | "group") => Promise<[number | null, NodeJS.Signals | null]>;
};

/**
 * Runs `npm start` in a checkout as a person would, on a free port, and waits until `/healthz` answers. The environment is the
 * machine's own: nothing of the npm run around it, and the checkout's own Node not yet on the PATH.
 */
export async function npmStart(checkout: string, settings: Record<string, string>): Promise<Started> {
  const env = { ...outerEnvironment(), PORT: "0", HOST: "127.0.0.1", ...settings };
  const npm = spawn("npm", ["start"], { cwd: checkout, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const killGroup = () => process.kill(-(npm.pid ?? 0), "SIGKILL");
  process.once("exit", killGroup);
  npm.once("exit", () => process.off("exit", killGroup));
  let text = "";
  const read = (chunk: Buffer) => {
    text += String(chunk);
  };
  npm.stdout.on("data", read);
  npm.stderr.on("data", read);
  const address = await healthyAddress(npm, () => text);
  const stop: Started["stop"] = async (signal, to = "npm") => {
    const ended = once(npm, "exit");
    const pid = npm.pid ?? 0;
    process.kill(to === "group" ? -pid : pid, signal);
    return (await ended) as [number | null, NodeJS.Signals | null];
  };
  return { address, printed: () => text, npm, stop };
}

async function healthyAddress(npm: ChildProcess, printed: () => string): Promise<string> {
  for (;;) {
    if (npm.exitCode !== null) throw new Error(`npm start ended with ${npm.exitCode}:\n${printed()}`);
    const address = /http:\/\/[\w.[\]-]+:\d+/.exec(printed())?.[0];
    if (address && (await isHealthy(address))) return address;
    await sleep(25);
  }
}

async function isHealthy(address: string): Promise<boolean> {
  return fetch(`${address}/healthz`).then(
    (response) => response.ok,
    () => false,
  );
}

function outerEnvironment(): Record<string, string | undefined> {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE|VITEST|PLUMBLINE_|INIT_CWD)/i.test(name));
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const outer = folders.filter((folder) => !/[\\/](\.toolchain|node_modules)[\\/]/.test(folder));
  return { ...Object.fromEntries(own), PATH: outer.join(path.delimiter) };
}
