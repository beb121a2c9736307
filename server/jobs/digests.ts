import type { NoticeSetting, OrganisationRow, Person, PersonNotice, Store } from "../../db/store.ts";
import { type DateText, isPastDue } from "../../shared/domain/calendar.ts";
import { addMonths, monthRange } from "../../shared/domain/month.ts";
import { isQuiet, type Reminder, remindersOn } from "../../shared/domain/reminder.ts";
import { type Actor, activeActors } from "../access/actor.ts";
import { dayIn, hourIn } from "../clock.ts";
import { endingToken } from "../mail/mail-links.ts";
import type { Mail } from "../mail.ts";
import type { Service } from "../service.ts";
import { changedKpis } from "./changed-kpis.ts";
import { type DigestFacts, digestLetter } from "./digest-letter.ts";
import { jobIdOf } from "./job-id.ts";
import { type Owed, owedResults } from "./owed-results.ts";
import type { JobHandler } from "./runner.ts";

export const DIGEST = "digest";

/** Late results are looked for so far back, and no further than results were ever given. */
const LATE_MONTHS = 12;
/** Where there are no quiet hours, mail goes out from this hour on. */
const MORNING = 7;

type Post = { readonly mail: Mail; readonly at: string };

/** Both a mail server and the public address are needed: without the latter no link would lead anywhere. */
export function postOf({ mail, config }: Pick<Service, "mail" | "config">): Post | null {
  return mail === null || config.publicUrl === null ? null : { mail, at: config.publicUrl };
}

/**
 * Makes a job for everyone who may have something to be told today and is not in their quiet hours: one a person and day,
 * whichever server asks first. What there is to tell is found out when the job runs.
 */
export async function planDigests(service: Pick<Service, "store" | "now" | "mail" | "config">): Promise<number> {
  const { store, now } = service;
  const organisation = await store.organisation.find();
  if (organisation === null || postOf(service) === null) return 0;
  const [setting, choiceOf] = [await store.notices.setting(), await store.notices.choices()];
  const day = dayIn(organisation.timeZone, now());
  const hour = hourIn(organisation.timeZone, now());
  const reminders = remindersOn(day, setting, organisation.entryDueDay);
  let planned = 0;
  for (const { by, person } of await activeActors({ store, now })) {
    if (person?.email == null || person.accountId === null) continue;
    const choice = choiceOf(person.id);
    const wantsReminders = isReminded(choice, setting) && (await unsent(store, person.id, reminders)).length > 0;
    if (!(wantsReminders || wantsAlerts(choice)) || !isTime(hour, choice, setting)) continue;
    const id = jobIdOf(DIGEST, day, by);
    await store.jobs.addOnce({ id, kind: DIGEST, input: JSON.stringify({ person: by, day }), byId: null, at: now() });
    planned += 1;
  }
  return planned;
}

function isTime(hour: number, choice: PersonNotice, setting: NoticeSetting): boolean {
  const quiet = choice.quiet ?? { from: setting.quietFrom, to: setting.quietTo };
  if (quiet.from === quiet.to) return hour >= MORNING;
  return !isQuiet(hour, quiet);
}

/** Where nobody may do without reminders, a choice against them does not count. */
function isReminded({ reminders }: PersonNotice, { mayUnsubscribe }: NoticeSetting): boolean {
  return reminders || !mayUnsubscribe;
}

function wantsAlerts({ onStatus, onSignal, onChance }: PersonNotice): boolean {
  return onStatus || onSignal || onChance;
}

async function unsent(store: Store, personId: number, reminders: readonly Reminder[]): Promise<Reminder[]> {
  const left: Reminder[] = [];
  for (const { kind, period, no, dueOn } of reminders) {
    const isSent = await store.notices.wasSent({ personId, kind, period, no });
    if (!isSent) left.push({ kind, period, no, dueOn });
  }
  return left;
}

/** Tells one person what there is to tell, in one mail; nothing where there is nothing. */
export function sendingDigests(service: Service): JobHandler {
  return async ({ input }) => {
    const { person: code } = input as { person: string };
    const everyone = await activeActors(service);
    const actor = everyone.find(({ by }) => by === code);
    const organisation = await service.store.organisation.find();
    const post = postOf(service);
    if (post === null || actor?.person?.email == null || organisation === null) return { mailed: false };
    return tellPerson(service, { ...{ actor, everyone, organisation, post }, person: actor.person });
  };
}

type Telling = {
  readonly actor: Actor;
  readonly person: Person;
  readonly everyone: readonly Actor[];
  readonly organisation: OrganisationRow;
  readonly post: Post;
};

async function tellPerson(service: Service, telling: Telling) {
  const { actor, person, everyone, organisation, post } = telling;
  const { store, now } = service;
  const { id, name, email } = person;
  const { entryDueDay, locale } = organisation;
  const [setting, choiceOf] = [await store.notices.setting(), await store.notices.choices()];
  const choice = choiceOf(id);
  const due = isReminded(choice, setting) ? remindersOn(actor.today, setting, entryDueDay) : [];
  const asked = await unsent(store, id, due);
  const reminded = await remindedOf(store, { asked, actor, everyone, entryDueDay });
  const seen = await store.notices.seen(id);
  const wanted = { wanted: choice, seen, lang: "en" };
  const { changed, told } = wantsAlerts(choice) ? await changedKpis(actor, wanted) : { changed: [], told: null };
  const mailed = reminded.length + changed.length > 0;
  if (mailed && email !== null) {
    const endings = endingsOf(service, { person: actor.by, mayUnsubscribe: setting.mayUnsubscribe, at: post.at });
    const facts = { name, organisation: organisation.name, locale, at: post.at, reminded, changed, endings };
    await deliver(post.mail, { to: email, day: actor.today, facts });
  }
  for (const { reminder } of reminded) await store.notices.keepSent({ personId: id, ...reminder }, now());
  if (told !== null && told !== seen) await store.notices.keepSeen(id, told, now());
  return { mailed, units: reminded.flatMap(({ owed }) => owed).length, changed: changed.length };
}

type Delivery = { readonly to: string; readonly day: DateText; readonly facts: DigestFacts };

async function deliver(mail: Mail, { to, day, facts }: Delivery): Promise<void> {
  const { reminders, alerts } = facts.endings;
  const unsubscribe = facts.reminded.length > 0 ? reminders : alerts;
  const id = jobIdOf("digest mail", day, to);
  await mail.send({ to, letter: digestLetter(facts), id, ...(unsubscribe === null ? {} : { unsubscribe }) });
}

function endingsOf(
  { linkKey }: Pick<Service, "linkKey">,
  { person, mayUnsubscribe, at }: { readonly person: string; readonly mayUnsubscribe: boolean; readonly at: string },
): DigestFacts["endings"] {
  const link = (kind: "reminders" | "alerts") => `${at}/unsubscribe/${endingToken(linkKey, { kind, person })}`;
  return { reminders: mayUnsubscribe ? link("reminders") : null, alerts: link("alerts") };
}

type Asking = {
  readonly asked: readonly Reminder[];
  readonly actor: Actor;
  readonly everyone: readonly Actor[];
  readonly entryDueDay: number;
};

/** What each reminder asks for, what is late last; those that find nothing owed are left out. */
async function remindedOf(store: Store, { asked, actor, everyone, entryDueDay }: Asking) {
  const first = await store.organisation.firstMonth();
  const reminded: { reminder: Reminder; owed: Owed[] }[] = [];
  for (const reminder of asked.toReversed()) {
    const { kind, period } = reminder;
    const since = kind === "late" ? addMonths(period, 1 - LATE_MONTHS) : period;
    const months = monthRange(since, period).filter(
      (month) => kind !== "late" || (isPastDue(month, { today: actor.today, entryDueDay }) && month >= (first ?? "")),
    );
    const owed = await owedResults(store, { person: actor.by, everyone, months });
    if (owed.length > 0) reminded.push({ reminder, owed });
  }
  return reminded;
}
