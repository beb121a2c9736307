import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DATABASE_FILE } from "../db/store.ts";
import type { Mode } from "./config.ts";

/** How far a folder is with the demonstration: never there, being loaded, there, or left for an organisation of one's own. */
const MARKS = ["none", "loading", "loaded", "left"] as const;
export type DemonstrationMark = (typeof MARKS)[number];

/** What the data folder says beside the database: whether it holds the demonstration, and who works in it. */
export interface DataFolder {
  readonly demonstration: DemonstrationMark;
  markDemonstration(mark: DemonstrationMark): void;
  /** Puts the demonstration's closed database aside under a name of the moment; the folder is empty then. */
  archiveDemonstration(now: number): void;
  /** Takes away the closed database of a demonstration that was never loaded to its end. */
  clearHalfLoaded(): void;
  /** Lets the next process in. */
  release(): void;
}

/** Takes the folder for this process. Two servers on one SQLite database would each believe to be its only writer. */
export function takeDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, "server.lock");
  const mark = join(folder, "demonstration");
  takeLock(lock);
  return {
    get demonstration() {
      const text = existsSync(mark) ? readFileSync(mark, "utf8").trim() : "";
      return MARKS.find((each) => each === text) ?? "none";
    },
    markDemonstration: (how) => writeFileSync(mark, `${how}\n`, { flush: true }),
    archiveDemonstration: (now) => {
      const stamp = new Date(now).toISOString().replace(/[:.]/g, "-");
      renameSync(join(folder, DATABASE_FILE), join(folder, `demonstration-${stamp}.sqlite`));
      writeFileSync(mark, "left\n", { flush: true });
    },
    clearHalfLoaded: () => {
      for (const ending of ["", "-wal", "-shm"]) rmSync(join(folder, `${DATABASE_FILE}${ending}`), { force: true });
      rmSync(mark, { force: true });
    },
    release: () => {
      if (holder(lock)?.pid === process.pid) rmSync(lock, { force: true });
    },
  };
}

/** Whether a server works in the folder now. */
export function isFolderTaken(folder: string): boolean {
  const found = holder(join(folder, "server.lock"));
  return found !== null && isRunning(found);
}

/** A process, and when it began: numbers of processes are given again. */
interface Holder {
  readonly pid: number;
  readonly began: string;
}

function takeLock(lock: string): void {
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(lock, `${process.pid} ${beginningOf(process.pid)}\n`, { flag: "wx" });
      return;
    } catch (error) {
      if (!(error instanceof Error) || !("code" in error) || error.code !== "EEXIST") throw error;
    }
    const found = holder(lock);
    if (found !== null && isRunning(found)) {
      throw new Error(
        `Another server (process ${found.pid}) works in this data folder. Stop it first, or set DATA_DIR.`,
      );
    }
    rmSync(lock, { force: true });
  }
  throw new Error("The data folder is being taken by another server.");
}

function holder(lock: string): Holder | null {
  try {
    const [pid = "", began = ""] = readFileSync(lock, "utf8").trim().split(" ");
    return Number(pid) > 0 ? { pid: Number(pid), began } : null;
  } catch {
    return null;
  }
}

function isRunning({ pid, began }: Holder): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error) || error.code !== "EPERM") return false;
  }
  return began === "" || began === beginningOf(pid);
}

/** When a process began, in the system's own count; empty where the system does not tell. */
function beginningOf(pid: number): string {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\) /s, "");
    return afterName.split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** The mode that a folder with an organisation and the environment agree on; a contradiction stops the start. */
export function modeOf(wanted: Mode | null, holdsDemonstration: boolean): Mode {
  if (wanted === "demo" && !holdsDemonstration) {
    throw new Error(
      "PLUMBLINE_MODE is demo, but the database holds an organisation of your own, to which demo mode would let anyone in.",
    );
  }
  return wanted ?? (holdsDemonstration ? "demo" : "production");
}
