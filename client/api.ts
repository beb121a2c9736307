import { QueryClient } from "@tanstack/react-query";
import { createTRPCClient, httpBatchLink } from "@trpc/client";
import { createTRPCOptionsProxy } from "@trpc/tanstack-react-query";
import type { Router } from "../server/router.ts";
import { isOurFault } from "./failure.ts";
import { spokenLanguage } from "./text/say.ts";

/** A screen asks once: answers stay good until something is written or a quarter of an hour has passed. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15 * 60_000,
      gcTime: 30 * 60_000,
      refetchOnWindowFocus: false,
      retry: (count, error) => count < 2 && isOurFault(error),
    },
  },
});

const client = createTRPCClient<Router>({
  links: [httpBatchLink({ url: "/trpc", maxItems: 20, headers: () => ({ "accept-language": spokenLanguage() }) })],
});

/** All that can be asked of the server, as a tree of the product's words: `api.insight.overview.queryOptions(…)`. */
export const api = createTRPCOptionsProxy<Router>({ client, queryClient });
