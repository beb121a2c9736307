import { element, table, markupText as text } from "../web/markup.ts";
import type { MinutesPack } from "./minutes-pack.ts";
import {
  DECISION_HEADS,
  decisionCells,
  EXCEPTION_HEADS,
  exceptionCells,
  INPUT_HEADS,
  inputCells,
  notes,
  present,
} from "./minutes-words.ts";

/** All that the minutes' web file shows. */
export function minutesMarkup(pack: MinutesPack): string {
  const { title, subtitle, document } = pack;
  const { agenda, decisions } = document;
  const exceptions = agenda.filter(({ kind }) => kind === "exception");
  const inputs = agenda.filter(({ kind }) => kind !== "exception");
  const part = (head: string, heads: readonly string[], rows: readonly string[][]) =>
    element(
      "section",
      {},
      element("h2", {}, text(head)),
      table({ caption: head, head: heads, rows: rows.map((row) => row.map(text)) }),
    );
  return [
    element("h1", {}, text(title)),
    element("p", { class: "soft" }, text(subtitle)),
    element("p", {}, text(present(pack))),
    part(
      decisions.length === 0 ? "Nothing was decided" : "Decisions",
      DECISION_HEADS,
      decisions.map((each) => decisionCells(pack, each)),
    ),
    part("Inputs", INPUT_HEADS, inputs.map(inputCells)),
    part("Exceptions", EXCEPTION_HEADS, exceptions.map(exceptionCells)),
    element("section", {}, element("h2", {}, "Further notes"), element("p", {}, text(notes(pack)))),
  ].join("");
}
