import { type CommandSetting, runCommand } from "./command.ts";
import { type Readings, readingsOf, type Writings, writingsOf } from "./repositories.ts";

/** Takes back what was done for a look. */
class Rehearsed extends Error {
  constructor() {
    super("rehearsed");
  }
}

/**
 * Does `work` as a command would and lets `look` see the records after it; then takes all of it back, so that nothing is
 * left but the answer. Figures are computed from the records, since kept cells are made at a command's end.
 */
export async function rehearse<T>(
  setting: CommandSetting,
  work: (store: Writings) => Promise<unknown>,
  look: (after: Readings) => Promise<T>,
): Promise<T> {
  let seen: { readonly answer: T } | null = null;
  try {
    await runCommand(setting, { actor: "system", command: "rehearsed", entity: "change" }, async (writing) => {
      await work(writingsOf(writing));
      seen = { answer: await look(readingsOf({ db: writing.db, engine: writing.engine, moment: writing.at })) };
      throw new Rehearsed();
    });
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
  if (seen === null) throw new Error("nothing was rehearsed");
  return (seen as { readonly answer: T }).answer;
}
