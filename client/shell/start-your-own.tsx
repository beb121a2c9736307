import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api.ts";
import { failureOf } from "../failure.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { signInAsDemo } from "./account-calls.ts";
import { useSession } from "./session.tsx";

/** Leaves the demonstration for an organisation of one's own: one click to ask, one to do it. */
export function StartYourOwn() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Start your own</Button>
      {isOpen ? <StartDialog onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function StartDialog({ onClose }: { onClose: () => void }) {
  const { person } = useSession();
  const leave = useMutation(
    api.organisation.leaveDemonstration.mutationOptions({
      onSuccess: ({ path }) => window.location.assign(path),
    }),
  );
  const start = async () => {
    // Only an administrator may; in the demonstration anyone may be the administrator.
    if (!person.may.includes("change-settings")) await signInAsDemo("admin");
    leave.mutate();
  };
  return (
    <Dialog title="Start your own organisation" onClose={onClose}>
      <p className="secondary">
        The demonstration ends for everyone on this machine. Its database is put aside in the data folder, with all that
        was tried in it, and an empty one takes its place.
      </p>
      <p className="field-error" role="alert">
        {leave.error === null ? "" : failureOf(leave.error).message}
      </p>
      <DialogButtons>
        <Button onClick={onClose}>Stay in the demonstration</Button>
        <Button kind="primary" disabled={leave.isPending || leave.isSuccess} onClick={() => void start()}>
          {leave.isPending ? "Putting it aside…" : "Start your own"}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
