import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api.ts";
import { failureOf } from "../failure.ts";
import { say } from "../text/say.ts";
import { Button } from "../ui/button.tsx";
import { Dialog, DialogButtons } from "../ui/dialog.tsx";
import { signInAsDemo } from "./account-calls.ts";
import { useSession } from "./session.tsx";

/** Leaves the demonstration for an organisation of one's own: one click to ask, one to do it. */
export function StartYourOwn() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{say("shell.startOwn")}</Button>
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
    <Dialog title={say("shell.startOwnTitle")} onClose={onClose}>
      <p className="secondary">{say("shell.startOwnText")}</p>
      <p className="field-error" role="alert">
        {leave.error === null ? "" : failureOf(leave.error).message}
      </p>
      <DialogButtons>
        <Button onClick={onClose}>{say("shell.stayInDemo")}</Button>
        <Button kind="primary" disabled={leave.isPending || leave.isSuccess} onClick={() => void start()}>
          {say(leave.isPending ? "shell.puttingAside" : "shell.startOwn")}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
