import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { FormEvent } from "react";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";

/** Asks for a link to a new password. The answer is the same for every address, so that it tells nobody's. */
export function ForgotPage() {
  useTitle("A new password");
  const request = useMutation(api.organisation.requestReset.mutationOptions());
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    request.mutate({ email: String(new FormData(event.currentTarget).get("email")) });
  };
  return (
    <FrontPage title="A new password">
      {request.isSuccess ? (
        <p role="status">
          If this address belongs to an account and mail is set up here, a link is on its way. Nothing came? Your
          administrator can make a link for you under Settings, People.
        </p>
      ) : (
        <form className="front-form" onSubmit={submit}>
          <Field
            label="E-mail"
            name="email"
            type="email"
            autoComplete="username"
            required
            error={request.error === null ? undefined : failureOf(request.error).message}
          />
          <Button kind="primary" type="submit" disabled={request.isPending}>
            Send me a link
          </Button>
        </form>
      )}
      <p>
        <Link to="/sign-in">Back to signing in</Link>
      </p>
    </FrontPage>
  );
}
