import type { RequestListener } from "node:http";

const PATIENCE = 3_000;
const LOOK_EVERY = 20;

/** Lets requests through to whatever serves now, and holds them while that is exchanged for another. */
export interface Gate {
  readonly listener: RequestListener;
  /**
   * Holds new requests and waits for those under way, but for the one that asks for it; then does the work and lets the
   * held ones through.
   */
  holdFor<T>(work: () => Promise<T>): Promise<T>;
}

export function gateBefore(serve: RequestListener): Gate {
  let underWay = 0;
  let held: Promise<unknown> | null = null;
  const pass: RequestListener = (request, response) => {
    underWay += 1;
    response.once("close", () => {
      underWay -= 1;
    });
    serve(request, response);
  };
  const isQuiet = async () => {
    for (let waited = 0; underWay > 1 && waited < PATIENCE; waited += LOOK_EVERY) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
    }
  };
  return {
    listener: (request, response) => {
      if (held === null) pass(request, response);
      else void held.then(() => pass(request, response));
    },
    holdFor: async (work) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      try {
        await isQuiet();
        return await work();
      } finally {
        held = null;
        resolve();
      }
    },
  };
}
