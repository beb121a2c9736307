import { answerQuestions } from "../answering-threads.ts";
import { type ComparedState, comparedOf, type FrozenPage, pageOf, type StoredState } from "./frozen-views.ts";

/** What of a frozen state is asked for. */
export type FrozenQuestion = { readonly as: "page" | "compared"; readonly stored: StoredState };
export type FrozenAnswer = FrozenPage | (ComparedState & { readonly verified: boolean });

answerQuestions(
  ({ as, stored }: FrozenQuestion): FrozenAnswer => (as === "page" ? pageOf(stored) : comparedOf(stored)),
);
