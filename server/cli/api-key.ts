import { AppError } from "../../shared/domain/failures.ts";
import { createKeyFor, listKeys, revokeKey } from "../organisation/keys.service.ts";
import { type Command, Misuse, optionNumber, optionText, positional, requiredText } from "./command.ts";
import { withInstallation } from "./installation.ts";

const createKeyCommand: Command = {
  name: "api-key create",
  usage: "--person EMAIL --name TEXT [--scope read|write] [--days N]",
  summary: "makes a key for another system, acting for a person; prints it once",
  help: ["The scope is read unless it is said. Without --days the key does not expire."],
  options: {
    person: { type: "string" },
    name: { type: "string" },
    scope: { type: "string" },
    days: { type: "string" },
  },
  positionals: [0, 0],
  async run(invocation) {
    const email = requiredText(invocation, "person");
    const name = requiredText(invocation, "name");
    const scope = optionText(invocation, "scope") ?? "read";
    if (scope !== "read" && scope !== "write") throw new Misuse("--scope must be read or write.");
    const days = optionNumber(invocation, "days", [1, 3650]);
    return withInstallation(invocation, async ({ store, actor, openAccounts }) => {
      const acting = await actor();
      const owner = await store.people.findByEmail(email);
      if (owner === null) throw new AppError("unknown-code", { what: "Person", code: email });
      const { key } = await createKeyFor(acting, await openAccounts(), { owner, name, scope, days });
      invocation.terminal.say(key);
      return undefined;
    });
  },
};

const listKeysCommand: Command = {
  name: "api-key list",
  usage: "",
  summary: "lists the keys: id, person, scope, name, first characters, end",
  positionals: [0, 0],
  run: (invocation) =>
    withInstallation(invocation, async ({ actor, openAccounts }) => {
      const { keys } = await listKeys(await actor(), await openAccounts());
      for (const { id, person, scope, name, start, expiresAt } of keys) {
        invocation.terminal.say([id, person, scope, name, `${start}…`, expiresAt ?? "no end"].join("\t"));
      }
      return undefined;
    }),
};

const revokeKeyCommand: Command = {
  name: "api-key revoke",
  usage: "ID",
  summary: "revokes a key: it is refused from the next call on",
  positionals: [1, 1],
  run: (invocation) =>
    withInstallation(invocation, async ({ actor, openAccounts }) => {
      await revokeKey(await actor(), await openAccounts(), positional(invocation, 0));
      invocation.terminal.say("The key is revoked.");
      return undefined;
    }),
};

export const keyCommands: readonly Command[] = [createKeyCommand, listKeysCommand, revokeKeyCommand];
