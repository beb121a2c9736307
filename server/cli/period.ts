import { parseMonth } from "../../shared/domain/month.ts";
import { changePeriod } from "../results/periods.service.ts";
import { type Command, Misuse, optionText, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

const STEPS = { open: "reopen", close: "close", lock: "lock" } as const;

export const periodCommand: Command = {
  name: "period",
  usage: "open|close|lock MONTH [--unit U] [--as EMAIL]",
  summary: "opens, closes or locks a month, for the organisation or a unit and all below it",
  help: ["MONTH is written as 2026-04. A locked month never opens again."],
  options: { unit: { type: "string" }, as: { type: "string" } },
  positionals: [2, 2],
  run(invocation) {
    const wanted = positional(invocation, 0);
    const step = wanted in STEPS ? STEPS[wanted as keyof typeof STEPS] : null;
    const month = parseMonth(positional(invocation, 1));
    if (step === null) throw new Misuse("The first word must be open, close or lock.");
    if (month === null) throw new Misuse("MONTH must be written as 2026-04.");
    return withInstallation(invocation, async ({ actor }) => {
      const unit = optionText(invocation, "unit");
      const { changed, unchanged } = await changePeriod(await actor(), { unit, month, step });
      invocation.terminal.say(`${month}: ${changed.length} units changed, ${unchanged.length} unchanged.`);
      return undefined;
    });
  },
};
