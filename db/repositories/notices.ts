import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { type Said, sayVersion } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** When people are reminded, and the hours in which nobody is written to. */
export type NoticeSetting = {
  /** 0: no reminder before the due day. */
  readonly beforeDays: number;
  readonly onDueDay: boolean;
  /** Days from one late reminder to the next; 0: none. */
  readonly lateDays: number;
  readonly mayUnsubscribe: boolean;
  /** Hours of the organisation's day, 0 to 23; equal: no quiet hours. */
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly version: number;
};

/** What counts until an administrator says otherwise. */
const USUAL: NoticeSetting = {
  ...{ beforeDays: 3, onDueDay: true, lateDays: 7, mayUnsubscribe: true },
  ...{ quietFrom: 20, quietTo: 7, version: 0 },
};

/** What a person wants to be written to about. `quiet` null: the organisation's quiet hours. */
export type PersonNotice = {
  readonly reminders: boolean;
  readonly onStatus: boolean;
  readonly onSignal: boolean;
  readonly onChance: boolean;
  readonly quiet: { readonly from: number; readonly to: number } | null;
  readonly version: number;
};

const UNSAID: PersonNotice = {
  ...{ reminders: true, onStatus: false, onSignal: false, onChance: false },
  ...{ quiet: null, version: 0 },
};

export type SentNotice = {
  readonly personId: number;
  readonly kind: "before" | "due" | "late";
  readonly period: Month;
  /** Of late reminders: the how-manieth. */
  readonly no: number;
};

/** Settings of what is mailed; and, beside the record, what was sent and told already. */
export function noticesReader({ db, moment }: Reading) {
  return {
    setting: async (): Promise<NoticeSetting> => {
      const row = await db.selectFrom("notice_setting").selectAll().where(inForce("notice_setting", moment)).execute();
      const [said] = row;
      if (said === undefined) return USUAL;
      return {
        ...{ beforeDays: said.before_days, onDueDay: said.on_due_day === 1, lateDays: said.late_days },
        ...{ mayUnsubscribe: said.may_unsubscribe === 1, quietFrom: said.quiet_from, quietTo: said.quiet_to },
        version: said.n,
      };
    },
    /** What each person said, by id; `UNSAID` for those who said nothing. */
    choices: async (): Promise<(personId: number) => PersonNotice> => {
      const rows = await db.selectFrom("person_notice").selectAll().where(inForce("person_notice", moment)).execute();
      const said = new Map(
        rows.map((row): [number, PersonNotice] => [
          row.person_id,
          {
            ...{ reminders: row.reminders === 1, onStatus: row.on_status === 1, onSignal: row.on_signal === 1 },
            onChance: row.on_chance === 1,
            quiet: row.quiet_from === null || row.quiet_to === null ? null : { from: row.quiet_from, to: row.quiet_to },
            version: row.n,
          },
        ]),
      );
      return (personId) => said.get(personId) ?? UNSAID;
    },
    wasSent: async ({ personId, kind, period, no }: SentNotice): Promise<boolean> => {
      const row = await db
        .selectFrom("notice_sent")
        .select("at")
        .where("person_id", "=", personId)
        .where("kind", "=", kind)
        .where("period", "=", period)
        .where("no", "=", no)
        .executeTakeFirst();
      return row !== undefined;
    },
    keepSent: async ({ personId, kind, period, no }: SentNotice, at: number): Promise<void> => {
      await db
        .insertInto("notice_sent")
        .values({ person_id: personId, kind, period, no, at })
        .onConflict((conflict) => conflict.columns(["person_id", "kind", "period", "no"]).doNothing())
        .execute();
    },
    /** What the person was last told, as JSON; null before the first time. */
    seen: async (personId: number): Promise<string | null> => {
      const row = await db.selectFrom("alert_seen").select("seen").where("person_id", "=", personId).executeTakeFirst();
      return row?.seen ?? null;
    },
    keepSeen: async (personId: number, seen: string, at: number): Promise<void> => {
      await db
        .insertInto("alert_seen")
        .values({ person_id: personId, seen, at })
        .onConflict((conflict) => conflict.column("person_id").doUpdateSet({ seen, at }))
        .execute();
    },
  };
}

export function noticesWriter(writing: Writing) {
  return {
    saySetting: ({ version, ...setting }: NoticeSetting): Promise<Said> =>
      sayVersion(writing, "notice_setting", {
        key: { scope: "organisation" },
        values: {
          before_days: setting.beforeDays,
          on_due_day: setting.onDueDay ? 1 : 0,
          late_days: setting.lateDays,
          may_unsubscribe: setting.mayUnsubscribe ? 1 : 0,
          quiet_from: setting.quietFrom,
          quiet_to: setting.quietTo,
        },
        expectedVersion: version,
      }),
    sayChoice: (personId: number, { version, ...choice }: PersonNotice): Promise<Said> =>
      sayVersion(writing, "person_notice", {
        key: { person_id: personId },
        values: {
          reminders: choice.reminders ? 1 : 0,
          on_status: choice.onStatus ? 1 : 0,
          on_signal: choice.onSignal ? 1 : 0,
          on_chance: choice.onChance ? 1 : 0,
          quiet_from: choice.quiet?.from ?? null,
          quiet_to: choice.quiet?.to ?? null,
        },
        expectedVersion: version,
      }),
  };
}
