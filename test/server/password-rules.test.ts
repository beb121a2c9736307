import { expect, test } from "vitest";
import { checkPassword } from "../../server/access/password-rules.ts";

function refusal(password: string, email = "maija.virta@plant.example"): unknown {
  try {
    checkPassword(password, email);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

test.each(["", "fourteen chars", "kort lösenord"])("%j is too short", (password) => {
  expect(refusal(password)).toBe("password-too-short");
});

test.each([
  "passwordpassword",
  "Password1234567890",
  "P@ssw0rd-P@ssw0rd",
  "aaaaaaaaaaaaaaaaaaaa",
  "abcabcabcabcabcabc",
  "123456789012345678",
  "qwertyuiopasdfghjkl",
  "1qaz2wsx3edc4rfv5tgb",
  "maija.virta.maija.virta",
  "plumbline-plumbline",
  "correct horse battery staple",
  "the quick brown fox jumps over the lazy dog",
])("%j is known to attackers", (password) => {
  expect(refusal(password)).toBe("password-too-common");
});

test.each([
  "quiet harbour lantern",
  "ei mitään nyt vaan kahvia",
  "zk8 vnq3 tt0 wmx2 ",
  "ωμέγα και άλφα μαζί",
  "x".repeat(3) + "kvlm wqtr bnhg plks ".repeat(4),
])("%j is accepted, whatever its composition", (password) => {
  expect(refusal(password)).toBeNull();
});
