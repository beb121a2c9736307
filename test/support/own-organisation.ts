import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImportReport } from "../../shared/contracts/imports.ts";
import type { ImportFiles } from "./real-input.ts";

const CHECKOUT = fileURLToPath(new URL("../..", import.meta.url));
const ADMIN = "admin@plant.example";
/** The administrator may change no result and freeze nothing; the file of people gives them a reader's role besides. */
const PEOPLE = `email,name,role\n${ADMIN},Chief executive,executive\n${ADMIN},Chief executive,quality-manager\n`;

export type Told = { readonly code: number | null; readonly said: string; readonly noted: string };

/** An organisation in a folder of its own, made and served by the real programs. */
export type OwnOrganisation = {
  /** `plumbline` with these words. */
  plumbline(...words: readonly string[]): Promise<Told>;
  /** Writes the text to a file and imports it; answers the report and the exit code. */
  importText(kind: string, text: string): Promise<{ code: number | null; report: ImportReport }>;
  /** Starts the server and makes an API key of the founder's; answers what asks it. */
  serve(): Promise<Api>;
  end(): Promise<void>;
};

export type Api = {
  get<T>(path: string): Promise<T>;
  text(path: string): Promise<string>;
  post(path: string, body: string, type?: string): Promise<{ status: number; answer: unknown }>;
};

/** Imports the files in the order in which they build on one another; each is taken whole. */
export async function importAll(own: OwnOrganisation, files: ImportFiles): Promise<void> {
  const all = { ...files, people: PEOPLE };
  for (const kind of ["units", "people", "themes", "kpis", "assignments", "targets", "results"] as const) {
    const { code, report } = await own.importText(kind, all[kind]);
    if (code !== 0 || report.outcome !== "accepted" || report.stored !== report.rows) {
      throw new Error(`${kind}: ${JSON.stringify(report).slice(0, 2000)}`);
    }
  }
}

export async function ownOrganisation(founding: { name: string; fiscalYearStart: number }): Promise<OwnOrganisation> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-own-"));
  const env = {
    ...process.env,
    ...{ DATA_DIR: join(folder, "data"), PLUMBLINE_PASSWORD: "quiet harbour lantern" },
    ...{ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent", DATABASE_URL: "", PLUMBLINE_MODE: "" },
  };
  const run = (program: string, words: readonly string[]) =>
    spawn(process.execPath, [join(CHECKOUT, program), ...words], { env, stdio: ["ignore", "pipe", "pipe"] });
  const plumbline: OwnOrganisation["plumbline"] = (...words) => toldBy(run("server/cli/main.ts", words));
  let server: ChildProcess | null = null;
  const { name, fiscalYearStart } = founding;
  const start = ["--fiscal-year-start", String(fiscalYearStart), "--time-zone", "UTC"];
  const made = await plumbline("init", "--organisation", name, "--admin", ADMIN, ...start);
  if (made.code !== 0) throw new Error(made.noted);
  return {
    plumbline,
    importText: async (kind, text) => {
      const file = join(folder, `${kind}.csv`);
      writeFileSync(file, text);
      const { code, said, noted } = await plumbline("import", kind, file, "--json");
      if (said === "") throw new Error(noted);
      return { code, report: JSON.parse(said) };
    },
    serve: async () => {
      const key = ["--person", ADMIN, "--name", "test", "--scope", "write"];
      const { said, noted } = await plumbline("api-key", "create", ...key);
      if (said === "") throw new Error(noted);
      const running = run("server/main.ts", []);
      server = running;
      return apiAt(await addressOf(running), said.trim());
    },
    end: async () => {
      if (server !== null && server.exitCode === null) {
        const ended = once(server, "exit");
        server.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function toldBy(program: ChildProcess): Promise<Told> {
  const [said, noted] = [textOf(program.stdout), textOf(program.stderr)];
  const [code] = (await once(program, "close")) as [number | null];
  return { code, said: said(), noted: noted() };
}

function textOf(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on("data", (chunk: Buffer) => void chunks.push(chunk));
  return () => Buffer.concat(chunks).toString("utf8");
}

async function addressOf(server: ChildProcess): Promise<string> {
  const [said, noted] = [textOf(server.stdout), textOf(server.stderr)];
  const ended = once(server, "exit");
  for (;;) {
    const address = /http:\/\/[\w.[\]-]+:\d+/.exec(said())?.[0];
    if (address !== undefined) return address;
    await Promise.race([once(server.stdout ?? server, "data"), ended]);
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}: ${noted()}`);
  }
}

function apiAt(address: string, key: string): Api {
  const headers = { Authorization: `Bearer ${key}` };
  const ask = async (path: string) => {
    const response = await fetch(`${address}/api/v1${path}`, { headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    get: async (path) => (await ask(path)).json(),
    text: async (path) => (await ask(path)).text(),
    post: async (path, body, type = "application/json") => {
      const sent = { method: "POST", headers: { ...headers, "Content-Type": type }, body };
      const response = await fetch(`${address}/api/v1${path}`, sent);
      return { status: response.status, answer: await response.json() };
    },
  };
}
