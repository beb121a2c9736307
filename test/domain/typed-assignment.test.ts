import { expect, test } from "vitest";
import type { DateText } from "../../shared/domain/calendar.ts";
import { readAssignment } from "../../shared/domain/typed-assignment.ts";

const PEOPLE = [
  { code: "a1", name: "Area leader, Northern Europe" },
  { code: "a2", name: "Area leader, Asia" },
  { code: "quality", name: "Quality manager" },
];
const TODAY = "2026-11-22" as DateText;
const read = (sentence: string) => readAssignment(sentence, PEOPLE, TODAY);

test.each([
  ["Stock check in each van @quality by 2026-12-15", "Stock check in each van", "quality", "2026-12-15"],
  ["Stock check in each van @Quality manager 15 Dec", "Stock check in each van", "quality", "2026-12-15"],
  ["Hire two by 3 February @a2", "Hire two", "a2", "2027-02-03"],
  ["Hire two by 3 Feb 2028", "Hire two", null, "2028-02-03"],
  ["Look again @Area leader, Asia", "Look again", "a2", null],
  ["Weekly door check", "Weekly door check", null, null],
])("%s", (...[sentence, text, owner, due]) => {
  expect(read(sentence)).toEqual({ text, owner, due });
});

test("what cannot be read stays in the sentence", () => {
  expect(read("Ask @Area leader soon")).toEqual({ text: "Ask @Area leader soon", owner: null, due: null });
  expect(read("Ship 31 Feb or 2026-02-30")).toEqual({ text: "Ship 31 Feb or 2026-02-30", owner: null, due: null });
  expect(read("2 areas start")).toEqual({ text: "2 areas start", owner: null, due: null });
});
