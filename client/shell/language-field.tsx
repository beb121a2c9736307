import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { LANGUAGE_NAMES, LANGUAGES } from "../../shared/text/languages.ts";
import { api } from "../api.ts";
import { say } from "../text/say.ts";
import { SelectField } from "../ui/form-fields.tsx";
import { useSession } from "./session.tsx";

/** The language that one reads in, kept with the account. Choosing one overrules what the address asks for. */
export function LanguageField() {
  const { person } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const choose = useMutation(
    api.organisation.chooseLanguage.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: ".", search: (before: object) => ({ ...before, lang: undefined }), replace: true });
        await queries.refetchQueries(api.organisation.session.queryFilter());
      },
    }),
  );
  return (
    <SelectField
      label={say("shell.language")}
      value={person.language ?? ""}
      disabled={choose.isPending}
      options={[
        { value: "", label: say("shell.organisationsLanguage") },
        ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
      ]}
      onChange={({ currentTarget }) => choose.mutate({ language: currentTarget.value || null })}
    />
  );
}
