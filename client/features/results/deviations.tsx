import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import type { DeviationsView } from "../../../shared/contracts/deviations.ts";
import { longMonthText } from "../../../shared/text/month-text.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import type { Scope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Field } from "../../ui/field.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { ChangeFields } from "./change-fields.tsx";
import { changeOf, emptyChange } from "./change-form.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

type Deviation = DeviationsView["deviations"][number];

/** Targets that were lowered for a while, each with its reason and its end. */
export function Deviations({ scope }: { scope: Scope }) {
  const deviations = useQuery(api.results.deviations.queryOptions({ unit: scope.unit }));
  const [isAccepting, setAccepting] = useState(false);
  if (deviations.error !== null)
    return <PageFailure what="The deviations" error={deviations.error} onRetry={() => void deviations.refetch()} />;
  if (deviations.data === undefined) {
    return (
      <Waiting what="the deviations">
        <SkeletonRows rows={4} />
      </Waiting>
    );
  }
  const view = deviations.data;
  return (
    <div className="months-states">
      <div className="months-line">
        <h2>{view.headline}</h2>
        {view.mayAccept && !isAccepting ? (
          <Button kind="primary" onClick={() => setAccepting(true)}>
            Accept a deviation
          </Button>
        ) : null}
      </div>
      <p className="secondary">
        A temporary target counts in place of the real one until its last month; then the real target counts again.
      </p>
      {isAccepting ? <AcceptForm scope={scope} onClose={() => setAccepting(false)} /> : null}
      {view.deviations.length === 0 ? null : <DeviationTable rows={view.deviations} />}
    </div>
  );
}

function AcceptForm({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const queries = useQueryClient();
  const [form, setForm] = useState(() => ({ ...emptyChange(scope), kind: "deviation" as const }));
  const [reason, setReason] = useState("");
  const change = changeOf(form);
  const accept = useMutation(
    api.results.acceptDeviation.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries();
        onClose();
      },
    }),
  );
  const isReady = change?.kind === "deviation" && reason.trim() !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (change?.kind !== "deviation" || !isReady) return;
    const { kind: _, ...said } = change;
    accept.mutate({ ...said, reason: reason.trim() });
  };
  return (
    <section className="dated-change" aria-label="Accept a deviation">
      <form className="month-form" onSubmit={submit}>
        <ChangeFields form={form} isKindFixed onChange={(part) => setForm({ ...form, ...part, kind: "deviation" })} />
        <Field
          label="Why is it accepted?"
          value={reason}
          maxLength={2000}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {accept.error === null ? null : (
          <p className="field-error" role="alert">
            {failureOf(accept.error).message}
          </p>
        )}
        <div className="month-steps">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" disabled={!isReady || accept.isPending}>
            Accept deviation
          </Button>
        </div>
      </form>
    </section>
  );
}

const STATES = { to_come: "To come", in_force: "In force", ended: "Ended" } as const;

function DeviationTable({ rows }: { rows: readonly Deviation[] }) {
  const locale = useLocale();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Deviation | null>(null);
  const withdraw = useMutation(
    api.results.withdrawDeviation.mutationOptions({ onSuccess: () => queries.invalidateQueries() }),
  );
  return (
    <>
      {withdraw.error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(withdraw.error).message}
        </p>
      )}
      <TableBox label="Accepted deviations">
        <table className="table month-table">
          <thead>
            <tr>
              <th scope="col">KPI</th>
              <th scope="col" className="number">
                Target meanwhile
              </th>
              <th scope="col">From</th>
              <th scope="col">Until</th>
              <th scope="col">State</th>
              <th scope="col">Why</th>
              <th scope="col">
                <span className="visually-hidden">Steps</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.kpi} ${row.unit.code} ${row.from}`}>
                <th scope="row">
                  {row.name}
                  <span className="row-note">{row.unit.name}</span>
                </th>
                <td className="number">{row.target}</td>
                <td>{longMonthText(row.from, locale)}</td>
                <td>{longMonthText(row.until, locale)}</td>
                <td>{STATES[row.state]}</td>
                <td className="small months-words">{row.reason}</td>
                <td>
                  {row.mayWithdraw ? (
                    <Button aria-label={`Withdraw ${row.name}, ${row.unit.name}`} onClick={() => setAsking(row)}>
                      Withdraw
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {asking === null ? null : (
        <ReasonDialog
          title={`Withdraw the deviation of ${asking.name}`}
          what="The real target counts again in all its months."
          verb="Withdraw deviation"
          onClose={() => setAsking(null)}
          onSay={(reason) => {
            withdraw.mutate({ kpi: asking.kpi, unit: asking.unit.code, from: asking.from, reason });
            setAsking(null);
          }}
        />
      )}
    </>
  );
}
