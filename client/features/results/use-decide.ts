import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Waiting } from "../../../shared/contracts/month-close.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";

/** Approves or rejects what waits, and forgets what screens have shown of it. */
export function useDecide() {
  const queries = useQueryClient();
  const { mutate, data, error, isPending } = useMutation(
    api.results.decide.mutationOptions({
      onSuccess: async () => {
        void queries.invalidateQueries({ queryKey: api.insight.pathKey() });
        await queries.invalidateQueries({ queryKey: api.results.pathKey() });
      },
    }),
  );
  return {
    take: (verdict: "approve" | "reject", rows: readonly Waiting[], reason?: string) => {
      const results = rows.map(({ unit, kpi, month, revision }) => ({ unit: unit.code, kpi, month, revision }));
      mutate({ verdict, results, ...(reason === undefined ? {} : { reason }) });
    },
    isPending,
    said: data?.sentence ?? "",
    failures: error === null ? (data?.refused ?? []).map(({ message }) => message) : [failureOf(error).message],
  };
}
