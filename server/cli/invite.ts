import { AppError } from "../../shared/domain/failures.ts";
import { mailOf } from "../mail.ts";
import { invite } from "../organisation/invitations.service.ts";
import { type Command, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

export const inviteCommand: Command = {
  name: "invite",
  usage: "EMAIL",
  summary: "prints a one-time sign-up link for a person (mailed too where SMTP_URL is set)",
  help: ["The person must be known: they are added in the settings or by `import people`."],
  positionals: [1, 1],
  run: (invocation) =>
    withInstallation(invocation, async ({ config, store, actor, openAccounts }) => {
      const email = positional(invocation, 0);
      const person = await store.people.findByEmail(email);
      if (person === null) throw new AppError("unknown-code", { what: "Person", code: email });
      const post = { accounts: await openAccounts(), mail: mailOf(config.mail), config };
      const { path, mailed } = await invite(await actor(), post, person.code);
      invocation.terminal.say(`${config.publicUrl ?? `http://${config.host}:${config.port}`}${path}`);
      if (mailed) invocation.terminal.note("The link was mailed too.");
      return undefined;
    }),
};
