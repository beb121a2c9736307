import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

type WithdrawProps = {
  entity: "party" | "need" | "risk" | "issue";
  item: { code: string; version: number };
  onDone: () => void;
};

/** Takes something back: asks why, since the record keeps it. */
export function WithdrawButton({ entity, item: { code, version }, onDone }: WithdrawProps) {
  const [reason, setReason] = useState<string | null>(null);
  const queries = useQueryClient();
  const withdraw = useMutation(
    api.strategy.withdraw.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.strategy.pathKey() });
        onDone();
      },
    }),
  );
  if (reason === null) {
    return (
      <Button kind="quiet" onClick={() => setReason("")}>
        Withdraw…
      </Button>
    );
  }
  return (
    <div className="withdraw">
      <Field
        label="Why is it withdrawn?"
        value={reason}
        autoFocus
        error={withdraw.error === null ? undefined : failureOf(withdraw.error).message}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button
        disabled={reason.trim() === "" || withdraw.isPending}
        onClick={() => withdraw.mutate({ entity, code, version, reason })}
      >
        Withdraw {code}
      </Button>
    </div>
  );
}
