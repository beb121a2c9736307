import { readFile } from "node:fs/promises";
import { verifyFile as verdictOn } from "../../shared/files/sealed-file.ts";
import { type Command, type Invocation, positional } from "./command.ts";
import { withInstallation } from "./installation.ts";

const REFUSED = 1;

export const verifyCommand: Command = {
  name: "verify",
  usage: "[FILE]",
  summary: "recomputes the whole record, or an exported snapshot against its own hash, offline",
  positionals: [0, 1],
  run: (invocation) => (invocation.positionals.length === 0 ? verifyRecord(invocation) : verifyFile(invocation)),
};

function verifyRecord(invocation: Invocation): Promise<number | undefined> {
  const { terminal } = invocation;
  return withInstallation(invocation, async ({ store }) => {
    const { events, rows, snapshots, fault } = await store.verify();
    if (fault !== null) {
      terminal.note(`The record is not as it was written: ${fault.kind} at ${fault.place}.`);
      return REFUSED;
    }
    terminal.say(`The record is whole: ${events} events, ${rows} rows, ${snapshots} snapshots.`);
    return undefined;
  });
}

async function verifyFile(invocation: Invocation): Promise<number | undefined> {
  const { terminal } = invocation;
  const verdict = await verdictOn(await readFile(positional(invocation, 0)));
  if (verdict.kind === "original") {
    terminal.say(
      `${verdict.of === "minutes" ? "Minutes of review" : "Snapshot"} ${verdict.id} ${verdict.of === "minutes" ? "are" : "is"} as it was written: SHA-256 ${verdict.sha256}.`,
    );
    return undefined;
  }
  if (verdict.kind === "altered") {
    terminal.note(`The ${verdict.part} was altered: its SHA-256 is ${verdict.found}, and it says ${verdict.expected}.`);
  } else terminal.note("The file is no exported snapshot, or its seal was altered.");
  return REFUSED;
}
