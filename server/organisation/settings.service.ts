import type { z } from "zod";
import type { OrganisationRow } from "../../db/store.ts";
import type { ChangeSettingsInput, settingsViewSchema } from "../../shared/contracts/organisation.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { isTimeZone } from "../clock.ts";

type SettingsView = z.infer<typeof settingsViewSchema>;

export async function readSettings({ store }: Actor): Promise<SettingsView> {
  return settingsView(await store.organisation.find());
}

/** The start of the fiscal year is fixed once results exist: periods and years hang on it. */
export async function changeSettings(actor: Actor, input: ChangeSettingsInput): Promise<SettingsView> {
  const { version, ...after } = input;
  if (!isTimeZone(after.timeZone)) throw new AppError("unknown-code", { what: "Time zone", code: after.timeZone });
  const event = { actor: actor.by, command: "settings-changed", entity: "organisation" };
  return actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "change-settings", unit: null });
    const { version: _, ...before } = settingsView(await store.organisation.find());
    if (before.fiscalYearStart !== after.fiscalYearStart && (await store.organisation.hasResults())) {
      throw new AppError("fiscal-year-fixed");
    }
    const said = await store.organisation.say(after, version);
    if (said.changed) written.describe({ before, after });
    else written.leaveNoEvent();
    return { ...after, version: said.n };
  });
}

function settingsView(row: OrganisationRow | null): SettingsView {
  if (row === null) throw new AppError("no-organisation");
  return row;
}
