import { AppError } from "../../shared/domain/failures.ts";
import { LANGUAGES, languageOf } from "../../shared/text/languages.ts";
import type { Actor } from "../access/actor.ts";

/** Keeps the language that a person reads in with their account; null: the organisation's again. */
export async function chooseLanguage({ store, by, person }: Actor, tag: string | null): Promise<void> {
  const language = tag === null ? null : languageOf(tag);
  if (person === null) throw new AppError("not-allowed");
  if (tag !== null && language === null) {
    throw new AppError("invalid-value", { problem: `The languages are ${LANGUAGES.join(", ")}.` });
  }
  const event = { actor: by, command: "language-chosen", entity: "person", entityCode: by };
  await store.command(event, (writing) => writing.people.chooseLanguage(person.id, language));
}
