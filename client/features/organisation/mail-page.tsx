import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { z } from "zod";
import type { noticeSettingViewSchema } from "../../../shared/contracts/notices.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tick } from "../../ui/tick.tsx";
import { formTexts } from "./form-texts.ts";
import { HOUR_CHOICES } from "./hour-choices.ts";
import { JobsCard } from "./jobs-card.tsx";
import { SaveFoot } from "./save-foot.tsx";

type Setting = z.infer<typeof noticeSettingViewSchema>;

/** When the organisation reminds, and the jobs that run beside its work. */
export function MailPage() {
  const setting = useQuery(api.organisation.noticeSetting.queryOptions());
  if (setting.error !== null) {
    return <PageFailure what="The settings" error={setting.error} onRetry={() => void setting.refetch()} />;
  }
  return (
    <div className="settings-cards">
      <Card title="Reminders">
        {setting.data === undefined ? (
          <Skeleton height={240} />
        ) : (
          <ReminderForm key={setting.data.version} setting={setting.data} />
        )}
      </Card>
      <JobsCard />
    </div>
  );
}

function ReminderForm({ setting }: { setting: Setting }) {
  const queries = useQueryClient();
  const save = useMutation(
    api.organisation.changeNoticeSetting.mutationOptions({
      onSuccess: () => queries.invalidateQueries(api.organisation.noticeSetting.queryFilter()),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    save.mutate({
      ...{ beforeDays: Number(said("beforeDays")), lateDays: Number(said("lateDays")) },
      ...{ onDueDay: said("onDueDay") === "on", mayUnsubscribe: said("mayUnsubscribe") === "on" },
      ...{ quietFrom: Number(said("quietFrom")), quietTo: Number(said("quietTo")), version: setting.version },
    });
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <p className="secondary">
        {setting.canMail
          ? "Whoever still owes results gets one mail that links to each of them; whoever owes none gets none."
          : "No mail is sent: SMTP_URL, MAIL_FROM and PUBLIC_URL must be set where the server is started."}
      </p>
      <div className="settings-pair">
        <Field
          label="Days before the due day (0: none)"
          name="beforeDays"
          inputMode="numeric"
          pattern="\d|1\d|2[0-8]"
          title="A whole number from 0 to 28"
          defaultValue={setting.beforeDays}
          required
        />
        <Field
          label="While late, every so many days (0: none)"
          name="lateDays"
          inputMode="numeric"
          pattern="\d|[12]\d|3[01]"
          title="A whole number from 0 to 31"
          defaultValue={setting.lateDays}
          required
        />
      </div>
      <Tick name="onDueDay" defaultChecked={setting.onDueDay}>
        On the due day itself
      </Tick>
      <div className="settings-pair">
        <SelectField
          label="Nobody is written to from"
          name="quietFrom"
          options={HOUR_CHOICES}
          defaultValue={String(setting.quietFrom)}
        />
        <SelectField label="until" name="quietTo" options={HOUR_CHOICES} defaultValue={String(setting.quietTo)} />
      </div>
      <Tick name="mayUnsubscribe" defaultChecked={setting.mayUnsubscribe}>
        People may do without reminders
      </Tick>
      <SaveFoot saving={save} />
    </form>
  );
}
