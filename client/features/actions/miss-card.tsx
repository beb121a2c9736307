import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { MissView } from "../../../shared/contracts/actions.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { chanceText } from "../../../shared/text/miss-text.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Dialog, DialogButtons } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField, TextArea } from "../../ui/form-fields.tsx";
import "./actions.css";
import { say } from "../../text/say.ts";

/** A miss as fact, cause and action, and how sure its owner is of the year beside what is calculated. */
export function MissCard({ view }: { view: KpiView }) {
  const place = { kpi: view.kpi, unit: view.unit.code, month: view.period };
  const miss = useQuery(api.actions.miss.queryOptions(place));
  const [isOpen, setOpen] = useState(false);
  if (miss.data === undefined) return null;
  const { data } = miss;
  const isTold = data.version > 0;
  return (
    <>
      {data.isMiss || isTold ? <Found miss={data} onOpen={() => setOpen(true)} /> : null}
      <ConfidenceCard
        key={data.confidence.version}
        place={place}
        miss={data}
        chance={view.yearEnd?.probability ?? null}
      />
      {isOpen ? <MissDialog place={place} miss={data} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Found({ miss, onOpen }: { miss: MissView; onOpen: () => void }) {
  const locale = useLocale();
  const aside = miss.mayEdit ? (
    <Button onClick={onOpen}>{say(miss.version > 0 ? "actions.edit" : "actions.askWhy")}</Button>
  ) : null;
  return (
    <Card title={say("actions.missTitle", { month: longMonthText(miss.month, locale) })} aside={aside}>
      <div className="effect-words">
        <p>
          <strong>{say("actions.fact")}</strong> {miss.fact}
        </p>
        {miss.whys.length === 0 ? null : (
          <ol className="whys">
            {miss.whys.map((why) => (
              <li key={why}>{why}</li>
            ))}
          </ol>
        )}
        <p>
          <strong>{say("words.cause")}</strong> {miss.cause || <span className="muted">{say("actions.notFound")}</span>}
        </p>
        <p>
          <strong>{say("actions.action")}</strong>{" "}
          {miss.action?.name ?? <span className="muted">{say("actions.noneYet")}</span>}
        </p>
        {miss.by === null ? null : <p className="small muted">{miss.by}</p>}
      </div>
    </Card>
  );
}

type Place = { kpi: string; unit: string; month: KpiView["period"] };

const WHYS = [0, 1, 2, 3, 4] as const;

function MissDialog({ place, miss, onClose }: { place: Place; miss: MissView; onClose: () => void }) {
  const queries = useQueryClient();
  const save = useMutation(api.actions.explainMiss.mutationOptions());
  const [fact, setFact] = useState(miss.fact);
  const [whys, setWhys] = useState(WHYS.map((at) => miss.whys[at] ?? ""));
  const [cause, setCause] = useState(miss.cause);
  const [action, setAction] = useState(miss.action?.code ?? "");
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const said = whys.map((why) => why.trim()).filter((why) => why !== "");
    const input = { ...place, version: miss.version, fact, whys: said, cause, action: action || null };
    const saved = await save.mutateAsync(input).catch(() => null);
    if (saved === null) return;
    await queries.invalidateQueries(api.actions.pathFilter());
    onClose();
  };
  return (
    <Dialog title={say("actions.whyMissed")} onClose={onClose} width={600}>
      <form className="action-form" onSubmit={(event) => void submit(event)}>
        <TextArea
          label={say("actions.fact")}
          rows={2}
          required
          value={fact}
          onChange={(event) => setFact(event.currentTarget.value)}
        />
        {WHYS.map((at) => (
          <Field
            key={at}
            label={at === 0 ? say("actions.why") : say("actions.whyThat", { number: at + 1 })}
            value={whys[at] ?? ""}
            maxLength={1000}
            onChange={(event) => {
              const { value } = event.currentTarget;
              setWhys(whys.map((why, index) => (index === at ? value : why)));
            }}
          />
        ))}
        <Field label={say("words.cause")} value={cause} onChange={(event) => setCause(event.currentTarget.value)} />
        <SelectField
          label={say("actions.answers")}
          options={[
            { value: "", label: say("actions.noneYet") },
            ...miss.actions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
          ]}
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
        />
        {save.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(save.error).message}
          </p>
        )}
        <DialogButtons>
          <Button onClick={onClose}>{say("words.cancel")}</Button>
          <Button kind="primary" type="submit" disabled={save.isPending}>
            {say("words.save")}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}

const LEVELS = Array.from({ length: 11 }, (_, level) => ({ value: String(level), label: String(level) }));

type ConfidenceProps = { place: Place; miss: MissView; chance: number | null };

/** The pair: how sure the owner is, and what is calculated. */
function ConfidenceCard({ place, miss, chance }: ConfidenceProps) {
  const queries = useQueryClient();
  const { confidence, mayEdit } = miss;
  const [level, setLevel] = useState(confidence.level === null ? "" : String(confidence.level));
  const save = useMutation(api.actions.sayConfidence.mutationOptions());
  const keep = async () => {
    const input = { ...place, version: confidence.version, level: Number(level), note: confidence.note };
    await save.mutateAsync(input).catch(() => null);
    await queries.invalidateQueries(api.actions.pathFilter());
  };
  const calculated =
    chance === null ? say("actions.noChance") : say("actions.calculated", { chance: chanceText(chance) });
  return (
    <Card title={say("actions.howSure")}>
      <div className="confidence">
        <p>
          {confidence.sentence} <span className="secondary">{calculated}</span>
        </p>
        {mayEdit ? (
          <div className="confidence-say">
            <SelectField
              label={say("actions.confidence")}
              options={[{ value: "", label: "–" }, ...LEVELS]}
              value={level}
              onChange={(event) => setLevel(event.currentTarget.value)}
            />
            <Button disabled={level === "" || save.isPending} onClick={() => void keep()}>
              {say("actions.keep")}
            </Button>
          </div>
        ) : null}
        {save.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(save.error).message}
          </p>
        )}
      </div>
    </Card>
  );
}
