import { foundOrganisation } from "../organisation/founding.service.ts";
import { type Command, Misuse, optionNumber, optionText, requiredText } from "./command.ts";
import { withInstallation } from "./installation.ts";

export const initCommand: Command = {
  name: "init",
  usage: "--organisation NAME --admin EMAIL [--name NAME] [--fiscal-year-start 1-12] [--time-zone ZONE] [--locale TAG]",
  summary: "an own, empty organisation in an empty data folder, with an administrator",
  help: [
    "The administrator's password is taken from PLUMBLINE_PASSWORD, or asked for.",
    "The time zone defaults to this machine's, the language to en.",
  ],
  options: {
    organisation: { type: "string" },
    admin: { type: "string" },
    name: { type: "string" },
    "fiscal-year-start": { type: "string" },
    "time-zone": { type: "string" },
    locale: { type: "string" },
  },
  positionals: [0, 0],
  async run(invocation) {
    const organisation = requiredText(invocation, "organisation");
    const email = requiredText(invocation, "admin").toLowerCase();
    if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Misuse("--admin must be an e-mail address.");
    const fiscalYearStart = optionNumber(invocation, "fiscal-year-start", [1, 12]) ?? 1;
    const timeZone = optionText(invocation, "time-zone") ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    const { environment, terminal } = invocation;
    const password = environment["PLUMBLINE_PASSWORD"] || (await terminal.askHidden("Password: "));
    if (password === null) throw new Misuse("PLUMBLINE_PASSWORD is needed where nobody can be asked.");
    await withInstallation(invocation, async ({ store, openAccounts }) => {
      const founding = {
        ...{ organisation, email, password, fiscalYearStart, timeZone },
        name: optionText(invocation, "name") ?? email,
        locale: optionText(invocation, "locale") ?? "en",
        keepsObjectives: false,
      };
      await foundOrganisation({ store, accounts: await openAccounts() }, founding, "operator");
    });
    terminal.say(`${organisation} is set up. Sign in as ${email} once the server runs.`);
    return undefined;
  },
};
