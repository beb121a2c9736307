import { AppError } from "../../shared/domain/failures.ts";

/** NIST SP 800-63B-4, section 3.1.1.2: fifteen characters where a password stands alone; length, not composition. */
export const PASSWORD_MINIMUM = 15;
export const PASSWORD_MAXIMUM = 256;

/** What attackers try first, as building blocks: a password made of nothing else is known, however long. */
const KNOWN_PARTS = [
  ..."password passwort motdepasse contrasena letmein welcome iloveyou sunshine princess football baseball basketball".split(
    " ",
  ),
  ..."monkey dragon master shadow superman batman trustno1 starwars whatever charlie michael jordan hunter ranger".split(
    " ",
  ),
  ..."login admin administrator root user test guest secret changeme default qwerty qwertz azerty asdf zxcv".split(" "),
  ..."plumbline quality objectives dashboard kpi company".split(" "),
  ..."correcthorsebatterystaple thequickbrownfoxjumpsoverthelazydog abc iamthe my the is this a i".split(" "),
];

const KEYBOARD = [
  "01234567890123456789",
  "09876543210987654321",
  "abcdefghijklmnopqrstuvwxyz",
  "zyxwvutsrqponmlkjihgfedcba",
  "qwertyuiopasdfghjklzxcvbnm",
  "qwertzuiopasdfghjklyxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
];

const FRESH_MINIMUM = 6;

/**
 * Throws unless the password is long enough and holds something beyond what attackers try first: known words, keyboard
 * runs, repetitions and the person's own address.
 */
export function checkPassword(password: string, email: string): void {
  const length = [...password.normalize("NFC")].length;
  if (length < PASSWORD_MINIMUM) throw new AppError("password-too-short");
  if (length > PASSWORD_MAXIMUM) throw new AppError("too-large", { limit: `${PASSWORD_MAXIMUM} characters` });
  if (freshPart(password, email).length < FRESH_MINIMUM) throw new AppError("password-too-common");
}

/** What is left of a password without its known parts, each distinct character run counted once. */
function freshPart(password: string, email: string): string {
  const plain = password
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[$5]/g, "s")
    .replace(/0/g, "o")
    .replace(/[1!|]/g, "i")
    .replace(/3/g, "e");
  const candidates = [password.toLowerCase(), plain].map((text) => withoutRuns(withoutParts(text, email)));
  return candidates.reduce((least, each) => (each.length < least.length ? each : least));
}

function withoutParts(text: string, email: string): string {
  const own = email.toLowerCase().split(/[^a-z0-9]+/);
  const parts = [...KNOWN_PARTS, ...own].filter((part) => part.length > 2).sort((a, b) => b.length - a.length);
  return parts.reduce((rest, part) => rest.replaceAll(part, ""), text.replace(/[^\p{L}\p{N}]+/gu, ""));
}

/** Takes out keyboard runs of four and more, then keeps one of whatever is repeated. */
function withoutRuns(text: string): string {
  let rest = "";
  for (let at = 0; at < text.length; ) {
    const run = runLengthAt(text, at);
    if (run < 4) rest += text.charAt(at);
    at += run < 4 ? 1 : run;
  }
  return rest.replace(/(.+?)\1+/gu, "$1");
}

function runLengthAt(text: string, at: number): number {
  let length = 1;
  while (at + length < text.length && KEYBOARD.some((row) => row.includes(text.slice(at, at + length + 1))))
    length += 1;
  return length;
}
