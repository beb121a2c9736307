import { AnsweringThreads } from "../answering-threads.ts";
import type { FrozenAnswer, FrozenQuestion } from "./frozen.worker.ts";
import type { ComparedState, FrozenPage, StoredState } from "./frozen-views.ts";

const thread = new AnsweringThreads<FrozenQuestion, FrozenAnswer>({
  module: new URL("./frozen.worker.ts", import.meta.url),
  most: 1,
  memoryMb: 512,
});

/** The page of a frozen state: taken apart and hashed anew beside the event loop, since a payload takes megabytes. */
export async function readFrozenPage({ payload, sha256 }: StoredState): Promise<FrozenPage> {
  return (await thread.ask({ as: "page", stored: { payload, sha256 } })) as FrozenPage;
}

/** A frozen state to be held against another, and whether it still has its hash. */
export async function readCompared({
  payload,
  sha256,
}: StoredState): Promise<ComparedState & { readonly verified: boolean }> {
  return (await thread.ask({ as: "compared", stored: { payload, sha256 } })) as ComparedState & {
    readonly verified: boolean;
  };
}
