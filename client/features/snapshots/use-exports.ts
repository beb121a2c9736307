import { useState } from "react";
import type { StartExportInput } from "../../../shared/contracts/snapshot-exports.ts";

/** A file that was asked for on this page. */
export type AskedExport = { readonly key: number } & Omit<StartExportInput, "snapshot">;

export type Exports = {
  readonly asked: readonly AskedExport[];
  readonly ask: (what: Omit<StartExportInput, "snapshot">) => void;
  readonly forget: (key: number) => void;
};

/** What was asked for since the page was opened, the newest first. */
export function useExports(): Exports {
  const [asked, setAsked] = useState<readonly AskedExport[]>([]);
  return {
    asked,
    ask: (what) => setAsked((before) => [{ key: (before[0]?.key ?? 0) + 1, ...what }, ...before]),
    forget: (key) => setAsked((before) => before.filter((each) => each.key !== key)),
  };
}
