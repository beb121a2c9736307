import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseMonth } from "../../shared/domain/month.ts";
import { PAPER_NAMES } from "../../shared/domain/paper-name.ts";
import { SEALED_FORMATS } from "../../shared/files/sealed-format.ts";
import { SNAPSHOT_FORMATS } from "../snapshots/snapshot-formats.ts";
import { packSource, takeSnapshot } from "../snapshots/snapshots.service.ts";
import { type Command, Misuse, optionText, requiredText } from "./command.ts";
import { withInstallation } from "./installation.ts";

export const snapshotCommand: Command = {
  name: "snapshot",
  usage: `--unit U --period M --label TEXT [--as EMAIL] ${SEALED_FORMATS.map((name) => `[--${name} F]`).join(" ")} [--paper a4|letter]`,
  summary: "freezes a unit's period and writes it to files; prints id and SHA-256",
  options: {
    ...Object.fromEntries(
      ["unit", "period", "label", "as", "paper"].map((name) => [name, { type: "string" as const }]),
    ),
    ...Object.fromEntries(SEALED_FORMATS.map((name) => [name, { type: "string" as const }])),
  },
  positionals: [0, 0],
  run(invocation) {
    const unit = requiredText(invocation, "unit");
    const period = parseMonth(requiredText(invocation, "period"));
    if (period === null) throw new Misuse("--period must be written as 2026-04.");
    const label = requiredText(invocation, "label");
    const asked = optionText(invocation, "paper") ?? PAPER_NAMES[0];
    const paper = PAPER_NAMES.find((name) => name === asked);
    if (paper === undefined) throw new Misuse(`--paper must be ${PAPER_NAMES.join(" or ")}.`);
    return withInstallation(invocation, async ({ actor, config }) => {
      const acting = await actor();
      const { id, sha256 } = await takeSnapshot(acting, { unit, period, label });
      for (const format of SEALED_FORMATS) {
        const file = optionText(invocation, format);
        if (file === null) continue;
        const source = await packSource(acting, { id, publicUrl: config.publicUrl });
        await pipeline(Readable.from(SNAPSHOT_FORMATS[format].write(source, { paper })), createWriteStream(file));
      }
      invocation.terminal.say(`${id} ${sha256}`);
      return undefined;
    });
  },
};
