import type { z } from "zod";
import type {
  NoticeSettingView,
  noticeSettingViewSchema,
  PersonNoticeView,
  personNoticeViewSchema,
  unsubscribeViewSchema,
} from "../../shared/contracts/notices.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Actor } from "../access/actor.ts";
import { permit } from "../access/permit.ts";
import { readEndingToken } from "../mail/mail-links.ts";
import type { Service } from "../service.ts";

type Posting = Pick<Service, "mail" | "config">;

function canMail({ mail, config }: Posting): boolean {
  return mail !== null && config.publicUrl !== null;
}

/** When the organisation reminds, and whether it can mail at all. */
export async function readNoticeSetting(
  { store }: Actor,
  posting: Posting,
): Promise<z.infer<typeof noticeSettingViewSchema>> {
  return { ...(await store.notices.setting()), canMail: canMail(posting) };
}

export async function changeNoticeSetting(actor: Actor, input: NoticeSettingView): Promise<void> {
  const event = { actor: actor.by, command: "reminders-set", entity: "organisation" };
  await actor.store.command(event, async (store, written) => {
    await permit(store, actor, { action: "change-settings", unit: null });
    const before = await store.notices.setting();
    const said = await store.notices.saySetting(input);
    if (said.changed) written.describe({ before, after: input });
    else written.leaveNoEvent();
  });
}

/** What the actor wants to be written to about. */
export async function readOwnNotice(
  { store, person }: Actor,
  posting: Posting,
): Promise<z.infer<typeof personNoticeViewSchema>> {
  if (person === null) throw new AppError("not-allowed");
  const setting = await store.notices.setting();
  const choice = (await store.notices.choices())(person.id);
  return {
    ...choice,
    mayUnsubscribe: setting.mayUnsubscribe,
    organisationQuiet: { from: setting.quietFrom, to: setting.quietTo },
    canMail: canMail(posting),
    email: person.email,
  };
}

export async function changeOwnNotice({ store: outer, person }: Actor, input: PersonNoticeView): Promise<void> {
  if (person === null) throw new AppError("not-allowed");
  const event = { actor: person.code, command: "mails-chosen", entity: "person", entityCode: person.code };
  await outer.command({ ...event, after: input }, async (store, written) => {
    const { mayUnsubscribe } = await store.notices.setting();
    if (!(input.reminders || mayUnsubscribe)) {
      throw new AppError("invalid-value", { problem: "Your organisation lets nobody do without reminders." });
    }
    const said = await store.notices.sayChoice(person.id, input);
    if (!said.changed) written.leaveNoEvent();
  });
}

type Ground = Pick<Service, "store" | "linkKey">;

/** What a link of a mail would end; the token alone says so, whoever opens it. */
export async function readUnsubscribe(ground: Ground, token: string): Promise<z.infer<typeof unsubscribeViewSchema>> {
  const { kind } = endingIn(ground, token);
  const organisation = await ground.store.organisation.find();
  return { organisation: organisation?.name ?? "", kind };
}

/** Ends what the link stands for. Doing it again changes nothing. */
export async function unsubscribe(ground: Ground, token: string): Promise<void> {
  const { kind, person: code } = endingIn(ground, token);
  const event = { actor: code, command: "unsubscribed", entity: "person", entityCode: code, after: { kind } };
  await ground.store.command(event, async (store, written) => {
    const person = await store.people.findByCode(code);
    if (person === null) throw new AppError("link-expired");
    const before = (await store.notices.choices())(person.id);
    const { mayUnsubscribe } = await store.notices.setting();
    if (kind === "reminders" && !mayUnsubscribe) {
      throw new AppError("invalid-value", { problem: "Your organisation lets nobody do without reminders." });
    }
    const none = { onStatus: false, onSignal: false, onChance: false };
    const after = kind === "reminders" ? { ...before, reminders: false } : { ...before, ...none };
    const said = await store.notices.sayChoice(person.id, after);
    if (!said.changed) written.leaveNoEvent();
  });
}

function endingIn({ linkKey }: Ground, token: string) {
  const ending = readEndingToken(linkKey, token);
  if (ending === null) throw new AppError("link-expired");
  return ending;
}
