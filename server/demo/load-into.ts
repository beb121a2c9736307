import type { DemoSize } from "../../db/demo/load.ts";
import type { Store } from "../../db/store.ts";
import { dayIn } from "../clock.ts";
import type { DataFolder } from "../data-folder.ts";
import { foundDemonstration } from "./demonstration.ts";

type Loading = DemoSize & {
  /** Opens the empty store under the given clock, in this thread. */
  readonly open: (clock: () => number) => Promise<Store>;
  readonly say: (line: string) => void;
};

/** Loads the demonstration and marks the folder before and after, so that one that was cut short begins anew. */
export async function loadInto(folder: DataFolder, loading: Loading): Promise<void> {
  const now = Date.now();
  folder.markDemonstration("loading");
  await foundDemonstration({ ...loading, now, today: dayIn("UTC", now) });
  folder.markDemonstration("loaded");
}
