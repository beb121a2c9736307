import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { z } from "zod";
import type { personNoticeViewSchema } from "../../../shared/contracts/notices.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { Card } from "../../ui/card.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tick } from "../../ui/tick.tsx";
import { formTexts } from "./form-texts.ts";
import { HOUR_CHOICES } from "./hour-choices.ts";
import { SaveFoot } from "./save-foot.tsx";

type Notice = z.infer<typeof personNoticeViewSchema>;

/** What one is written to about, and when not. */
export function OwnMails() {
  const notice = useQuery(api.organisation.ownNotice.queryOptions());
  if (notice.error !== null) {
    return <PageFailure what="Your choice of mails" error={notice.error} onRetry={() => void notice.refetch()} />;
  }
  return (
    <Card title="Mails to you">
      {notice.data === undefined ? (
        <Skeleton height={240} />
      ) : (
        <NoticeForm key={notice.data.version} notice={notice.data} />
      )}
    </Card>
  );
}

function NoticeForm({ notice }: { notice: Notice }) {
  const queries = useQueryClient();
  const save = useMutation(
    api.organisation.changeOwnNotice.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.ownNotice.queryFilter()),
    }),
  );
  const quiet = notice.quiet ?? notice.organisationQuiet;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    const on = (name: string) => said(name) === "on";
    save.mutate({
      ...{ reminders: on("reminders") || !notice.mayUnsubscribe, onStatus: on("onStatus"), onSignal: on("onSignal") },
      onChance: on("onChance"),
      quiet: on("own") ? { from: Number(said("from")), to: Number(said("to")) } : null,
      version: notice.version,
    });
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <p className="secondary">
        {notice.canMail
          ? `At most one mail a day, to ${notice.email ?? "nowhere: you have no address yet"}. Nothing where there is nothing to tell.`
          : "No mail is sent yet: your administrator has not set up a mail server."}
      </p>
      <Tick name="reminders" defaultChecked={notice.reminders} disabled={!notice.mayUnsubscribe}>
        Reminders of results that you still owe{notice.mayUnsubscribe ? "" : " (your organisation sends them to all)"}
      </Tick>
      <Tick name="onStatus" defaultChecked={notice.onStatus}>
        A KPI of your units changes between on target, just short and off target
      </Tick>
      <Tick name="onSignal" defaultChecked={notice.onSignal}>
        A KPI of your units shows a signal: it changed beyond its usual range
      </Tick>
      <Tick name="onChance" defaultChecked={notice.onChance}>
        The chance to reach the year’s target falls by 10 points or more
      </Tick>
      <Tick name="own" defaultChecked={notice.quiet !== null}>
        Quiet hours of your own, in place of your organisation’s
      </Tick>
      <div className="settings-pair">
        <SelectField label="Quiet from" name="from" options={HOUR_CHOICES} defaultValue={String(quiet.from)} />
        <SelectField label="Quiet until" name="to" options={HOUR_CHOICES} defaultValue={String(quiet.to)} />
      </div>
      <SaveFoot saving={save} />
    </form>
  );
}
