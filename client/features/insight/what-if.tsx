import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { api } from "../../api.ts";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { say } from "../../text/say.ts";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { formatNumber } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { type WhatIfKind, whatIfAmount } from "./forecast-facts.ts";

const KINDS = ["level", "shift"] as const;

type Asked = { kind: WhatIfKind; amount: number };

/** What the year would be if the months to come were otherwise: worked out by the server on the same simulated paths. */
export function WhatIf({ view, expected }: { view: KpiView; expected: number }) {
  const locale = useLocale();
  const level = formatNumber(expected, view.decimals, locale);
  const [kind, setKind] = useState<WhatIfKind>("level");
  const [text, setText] = useState("");
  const [asked, setAsked] = useState<Asked | null>(null);
  const [isWrong, setWrong] = useState(false);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    const amount = whatIfAmount(text, view);
    setWrong(amount === null);
    if (amount !== null) setAsked({ kind, amount });
  };
  return (
    <section aria-labelledby="what-if" className="forecast-part">
      <h3 id="what-if">{say("tabs.whatIf")}</h3>
      <form className="what-if" onSubmit={ask}>
        <Segmented
          label={say("tabs.whatIfShort")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: say(`tabs.whatIf.${value}`) }))}
          onChange={setKind}
        />
        <Field
          label={kind === "level" ? say("tabs.onAverage", { level }) : say("tabs.higherBy")}
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => setText(event.target.value)}
          error={isWrong ? say("tabs.writeNumber", { level }) : undefined}
        />
        <Button type="submit">{say("tabs.workOut")}</Button>
      </form>
      <WhatIfAnswer view={view} asked={asked} />
    </section>
  );
}

function WhatIfAnswer({ view, asked }: { view: KpiView; asked: Asked | null }) {
  const scope = useScope();
  const { unit = view.unit.code, period = view.period, asOf = null } = scope ?? {};
  const input = { kpi: view.kpi, unit, period, ...(asOf === null ? {} : { asOf }), ...(asked ?? NOTHING) };
  const answer = useQuery(
    api.insight.whatIf.queryOptions(input, { enabled: asked !== null, placeholderData: keepPreviousData }),
  );
  return (
    <p aria-live="polite" className="what-if-answer">
      {answer.error === null ? answer.data?.sentence : say("tabs.notWorked")}
    </p>
  );
}

const NOTHING: Asked = { kind: "shift", amount: 0 };
