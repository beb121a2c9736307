import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { signIn } from "../../shell/account-calls.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { Tick } from "../../ui/tick.tsx";
import { MONTH_CHOICES } from "./month-choices.ts";
import { PasswordField } from "./password-field.tsx";

/** Founds the organisation with its first administrator, who is signed in afterwards. */
export function FoundingForm({ token }: { token: string }) {
  const queries = useQueryClient();
  const found = useMutation(api.organisation.setUp.mutationOptions());
  const here = new Intl.DateTimeFormat().resolvedOptions();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const said = (name: string) => String(form.get(name) ?? "");
    const [email, password] = [said("email"), said("password")];
    await found.mutateAsync({
      ...{ token, email, password, name: said("name"), organisation: said("organisation") },
      ...{ fiscalYearStart: Number(said("fiscalYearStart")), timeZone: said("timeZone"), locale: here.locale },
      keepsObjectives: form.has("keepsObjectives"),
    });
    await signIn(email, password);
    await queries.resetQueries();
  };
  return (
    <FrontPage title="Set up your organisation">
      <p className="secondary">Step 1 of 5. Everything but the address can be changed later.</p>
      <form
        className="front-form"
        onSubmit={(event) => {
          submit(event).catch(() => undefined);
        }}
      >
        <Field label="Organisation" name="organisation" maxLength={300} required autoFocus />
        <div className="front-pair">
          <SelectField label="Fiscal year begins in" name="fiscalYearStart" options={MONTH_CHOICES} defaultValue="1" />
          <Field label="Time zone" name="timeZone" defaultValue={here.timeZone} list="time-zones" required />
          <datalist id="time-zones">
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        <div className="front-pair">
          <Field label="Your name" name="name" maxLength={300} autoComplete="name" required />
          <Field label="Your e-mail" name="email" type="email" autoComplete="username" required />
        </div>
        <PasswordField label="Password" />
        <Tick name="keepsObjectives" defaultChecked>
          I also keep strategy, KPIs, targets and results (quality manager). An administrator alone cannot change them.
        </Tick>
        <p className="field-error" role="alert">
          {found.error === null ? "" : failureOf(found.error).message}
        </p>
        <Button kind="primary" type="submit" disabled={found.isPending}>
          {found.isPending ? "Founding…" : "Found the organisation"}
        </Button>
      </form>
    </FrontPage>
  );
}
