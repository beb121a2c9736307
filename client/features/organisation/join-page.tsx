import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import type { invitationViewSchema } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { signIn } from "../../shell/account-calls.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { PasswordField } from "./password-field.tsx";
import { tokenInAddress } from "./token.ts";

/** Behind a one-time link: a name and a password for a new account, or a new password for one that there is. */
export function JoinPage() {
  useTitle("Your account");
  const [token] = useState(tokenInAddress);
  const invitation = useQuery(api.organisation.readInvitation.queryOptions({ token }, { retry: false }));
  if (token === "" || invitation.error !== null) return <NoInvitation error={invitation.error} />;
  if (invitation.data === undefined) {
    return (
      <FrontPage title="Your account">
        <Skeleton height={240} />
      </FrontPage>
    );
  }
  return <Accept token={token} invitation={invitation.data} />;
}

function NoInvitation({ error }: { error: unknown }) {
  const { code, message } = failureOf(error);
  return (
    <FrontPage title="This link does not open anything">
      {code === "internal" ? <PageFailure what="The invitation" error={error} onRetry={() => undefined} /> : null}
      <p className="secondary">
        {code === "unreachable" ? message : "It has been used or has expired, or part of it is missing."} Ask your
        administrator for a new one.
      </p>
      <p>
        <Link to="/sign-in">Sign in</Link>
      </p>
    </FrontPage>
  );
}

type AcceptProps = { token: string; invitation: z.infer<typeof invitationViewSchema> };

function Accept({ token, invitation }: AcceptProps) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const accept = useMutation(api.organisation.acceptInvitation.mutationOptions());
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    const [name, password] = [String(said.get("name") ?? ""), String(said.get("password"))];
    const { email } = await accept.mutateAsync({ token, password, ...(name === "" ? {} : { name }) });
    const refused = await signIn(email, password);
    queries.removeQueries();
    await navigate(refused === null ? { to: "/" } : { to: "/sign-in" });
  };
  const { organisation, name, email, hasAccount } = invitation;
  return (
    <FrontPage title={hasAccount ? "Choose a new password" : `Welcome to ${organisation}`}>
      <p className="secondary">
        {hasAccount ? `For ${email} at ${organisation}. Signed-in devices are signed out.` : `You sign in as ${email}.`}
      </p>
      <form
        className="front-form"
        onSubmit={(event) => {
          submit(event).catch(() => undefined);
        }}
      >
        {hasAccount ? null : <Field label="Your name" name="name" defaultValue={name} autoComplete="name" required />}
        <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
        <PasswordField label="Password" error={accept.error === null ? undefined : failureOf(accept.error).message} />
        <Button kind="primary" type="submit" disabled={accept.isPending}>
          {hasAccount ? "Set the password and sign in" : "Make the account and sign in"}
        </Button>
      </form>
    </FrontPage>
  );
}
