import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { build } from "vite";
import { findBrowser } from "./programs.ts";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser of this machine, nothing kept from one start to the next. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error("there is no browser on this machine");
  return chromium.launch({ executablePath, args: QUIET });
}

/** What the page complains about: a test that ends with any has failed. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  return complaints;
}

type SignIn = { address: string; person: string };
type Look = { width?: number; height?: number; theme?: "light" | "dark"; forcedColors?: boolean; lessMotion?: boolean };

/** A page of its own profile, signed in as one of the demonstration's people. */
export async function signedIn(browser: Browser, { address, person }: SignIn, look: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: address,
    viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
    colorScheme: look.theme ?? "light",
    forcedColors: look.forcedColors === true ? "active" : "none",
    reducedMotion: look.lessMotion === true ? "reduce" : "no-preference",
  });
  const answer = await context.request.post("/demo/sign-in", { data: { person }, headers: { origin: address } });
  if (!answer.ok()) throw new Error(`${person} could not sign in: ${answer.status()}`);
  return context.newPage();
}

/** A page that holds `test/support/chart-page.tsx`, built as the product is. */
export async function openChartPage(browser: Browser): Promise<Page> {
  const { script, style } = await bundle(path.join(import.meta.dirname, "chart-page.tsx"));
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent('<!doctype html><html lang="en"><title>Charts</title><main id="root"></main></html>');
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
  await page.evaluate(() => document.fonts.load('14px "Inter Variable"'));
  return page;
}

async function bundle(entry: string): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    root: mkdtempSync(path.join(tmpdir(), "plumbline-charts-")),
    oxc: { jsx: { runtime: "automatic", development: false } },
    define: { "process.env.NODE_ENV": '"production"' },
    build: {
      write: false,
      cssTarget: ["chrome123"],
      assetsInlineLimit: 100_000,
      lib: { entry, formats: ["iife"], name: "charts", cssFileName: "charts" },
    },
  });
  const files = [built].flat().flatMap((part) => ("output" in part ? part.output : []));
  const script = files.find((file) => file.type === "chunk")?.code ?? "";
  const style = files.find((file) => file.fileName.endsWith(".css"));
  return { script, style: style?.type === "asset" ? String(style.source) : "" };
}
