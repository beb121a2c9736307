import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ChangeActionInput } from "../../../shared/contracts/actions.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";

/** Brings every screen that shows actions up to date. */
export function useRefreshActions(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries(api.actions.pathFilter());
    await queries.invalidateQueries(api.insight.pathFilter());
  };
}

/** Changes an action in place; what was refused is said, and the row shows again what is stored. */
export function useChangeAction() {
  const refresh = useRefreshActions();
  const change = useMutation(api.actions.change.mutationOptions());
  const [problem, setProblem] = useState<string | null>(null);
  const say = async (input: ChangeActionInput): Promise<boolean> => {
    setProblem(null);
    const isSaved = await change.mutateAsync(input).then(
      () => true,
      (error: unknown) => {
        setProblem(failureOf(error).message);
        return false;
      },
    );
    await refresh();
    return isSaved;
  };
  return { say, problem, isBusy: change.isPending };
}
