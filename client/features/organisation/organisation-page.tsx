import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import type { ChangeSettingsInput } from "../../../shared/contracts/organisation.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { Tick } from "../../ui/tick.tsx";
import { formTexts } from "./form-texts.ts";
import { MONTH_CHOICES } from "./month-choices.ts";

/** Name, language, time zone, calendar and the rules of entry. */
export function OrganisationPage() {
  const settings = useQuery(api.organisation.settings.queryOptions());
  if (settings.error !== null) {
    return <PageFailure what="The settings" error={settings.error} onRetry={() => void settings.refetch()} />;
  }
  if (settings.data === undefined) return <Skeleton height={360} />;
  return <SettingsForm key={settings.data.version} settings={settings.data} />;
}

function SettingsForm({ settings }: { settings: ChangeSettingsInput }) {
  const { firstPeriod } = useSession();
  const queries = useQueryClient();
  const change = useMutation(
    api.organisation.changeSettings.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  const isYearFixed = firstPeriod !== null;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    const said = formTexts(event);
    change.mutate({
      ...{ name: said("name"), locale: said("locale"), timeZone: said("timeZone"), version: settings.version },
      fiscalYearStart: isYearFixed ? settings.fiscalYearStart : Number(said("fiscalYearStart")),
      entryDueDay: Number(said("entryDueDay")),
      minimumCoverage: Number(said("minimumCoverage").replace(",", ".")),
      retentionYears: Number(said("retentionYears")),
      approval: said("approval") === "on",
    });
  };
  return (
    <Card title="Organisation">
      <form className="settings-form" onSubmit={submit}>
        <Field label="Name" name="name" defaultValue={settings.name} maxLength={300} required />
        <div className="settings-pair">
          <Field label="Language of numbers and dates" name="locale" defaultValue={settings.locale} required />
          <Field label="Time zone" name="timeZone" defaultValue={settings.timeZone} list="zones" required />
          <datalist id="zones">
            {Intl.supportedValuesOf("timeZone").map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
        </div>
        <SelectField
          label={isYearFixed ? "Fiscal year begins in (fixed, for results exist)" : "Fiscal year begins in"}
          name="fiscalYearStart"
          options={MONTH_CHOICES}
          defaultValue={String(settings.fiscalYearStart)}
          disabled={isYearFixed}
        />
        <div className="settings-pair">
          <Field
            label="Results are due by day"
            name="entryDueDay"
            inputMode="numeric"
            pattern="[1-9]|1\d|2[0-8]"
            title="A day from 1 to 28"
            defaultValue={settings.entryDueDay}
            required
          />
          <Field
            label="Minimum coverage in %"
            name="minimumCoverage"
            inputMode="decimal"
            pattern="\d{1,3}([.,]\d+)?"
            title="A share from 0 to 100"
            defaultValue={settings.minimumCoverage}
            required
          />
          <Field
            label="Keep records for years"
            name="retentionYears"
            inputMode="numeric"
            pattern="\d{1,3}"
            title="A number of years from 1 to 100"
            defaultValue={settings.retentionYears}
            required
          />
        </div>
        <Tick name="approval" defaultChecked={settings.approval}>
          Submitted results count only once another person has approved them. What counts already goes on counting.
        </Tick>
        <div className="settings-foot">
          <Button kind="primary" type="submit" disabled={change.isPending}>
            Save
          </Button>
          <span role="status" className={change.error === null ? "small muted" : "field-error"}>
            {change.isSuccess ? "Saved" : ""}
            {change.error === null ? "" : failureOf(change.error).message}
          </span>
        </div>
      </form>
    </Card>
  );
}
