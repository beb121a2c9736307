import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "../../../shared/text/languages.ts";
import { api } from "../../api.ts";
import type { Failure } from "../../failure.ts";
import { beginSingleSignOn, signIn, signInAsDemo } from "../../shell/account-calls.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { DEMO_PEOPLE } from "./demo-people.ts";
import "./sign-in-page.css";
import { say, useSpokenLanguage } from "../../text/say.ts";

/** The door: an address and a password, or in the demonstration one button for each of its people. */
export function SignInPage() {
  useTitle(say("shell.signIn"));
  const session = useQuery(api.organisation.session.queryOptions());
  const enter = useEnter();
  return (
    <FrontPage title={session.data?.organisation.name ?? say("shell.signIn")}>
      {session.data?.mode === "demo" ? (
        <DemoPeople onDone={enter} />
      ) : (
        <>
          <PasswordForm onDone={enter} />
          {session.data?.singleSignOn == null ? null : <SingleSignOn name={session.data.singleSignOn} />}
        </>
      )}
      <LanguageLinks />
    </FrontPage>
  );
}

/** The other languages of this page, each by its own name. */
function LanguageLinks() {
  const spoken = useSpokenLanguage();
  return (
    <nav className="front-languages" aria-label={say("shell.language")}>
      {LANGUAGES.map((language) => (
        <Link
          key={language}
          to="/sign-in"
          search={(before) => ({ ...before, lang: language })}
          replace
          lang={language}
          aria-current={language === spoken ? "true" : undefined}
        >
          {LANGUAGE_NAMES[language]}
        </Link>
      ))}
    </nav>
  );
}

/** The way in by the organisation's own accounts. */
function SingleSignOn({ name }: { name: string }) {
  const { refused } = useSearch({ from: "/sign-in" });
  const [failure, setFailure] = useState<Failure | null>(null);
  const begin = async () => setFailure(await beginSingleSignOn());
  return (
    <>
      <Button onClick={() => void begin()}>{say("shell.signInWith", { name })}</Button>
      <p className="field-error" role="alert">
        {refused === undefined ? failure?.message : say("shell.signInRefused", { name })}
      </p>
    </>
  );
}

/** Asks who is here now and goes to where one wanted to go. */
function useEnter(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { to } = useSearch({ from: "/sign-in" });
  return async () => {
    queries.removeQueries({ predicate: (query) => query.queryKey !== api.organisation.session.queryKey() });
    await queries.refetchQueries(api.organisation.session.queryFilter());
    await navigate({ href: to ?? "/", replace: true });
  };
}

function DemoPeople({ onDone }: { onDone: () => Promise<void> }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const choose = async (person: string) => {
    const refused = await signInAsDemo(person);
    setFailure(refused);
    if (refused === null) await onDone();
  };
  return (
    <>
      <p className="secondary">{say("shell.demoIntro")}</p>
      <ul className="demo-people">
        {DEMO_PEOPLE.map((person) => (
          <li key={person}>
            <form
              method="post"
              action="/demo/sign-in"
              onSubmit={(event) => {
                event.preventDefault();
                void choose(person);
              }}
            >
              <button type="submit" className="demo-person" name="person" value={person}>
                <strong>{say(`shell.demo.${person}`)}</strong>
                <span className="small secondary">{say(`shell.demo.${person}.does`)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <p className="field-error" role="alert">
        {failure?.message}
      </p>
    </>
  );
}

function PasswordForm({ onDone }: { onDone: () => Promise<void> }) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const said = new FormData(event.currentTarget);
    setBusy(true);
    const refused = await signIn(String(said.get("email")), String(said.get("password")));
    setBusy(false);
    setFailure(refused);
    if (refused === null) await onDone();
  };
  return (
    <form className="front-form" onSubmit={(event) => void submit(event)}>
      <Field label={say("shell.email")} name="email" type="email" autoComplete="username" required />
      <Field
        label={say("shell.password")}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={failure?.message}
      />
      <Button kind="primary" type="submit" disabled={isBusy}>
        {say("shell.signIn")}
      </Button>
      <p>
        <Link to="/forgot">{say("shell.forgot")}</Link>
      </p>
    </form>
  );
}
