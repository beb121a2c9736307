import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Against, ExplainView, PartMoveView } from "../../../shared/contracts/explain-move.ts";
import type { KpiView } from "../../../shared/contracts/kpi-view.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { spanText } from "../../../shared/text/move-text.ts";
import { api } from "../../api.ts";
import { MoveBars } from "../../charts/move-bars.tsx";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useScope } from "../../shell/scope.ts";
import { useLocale } from "../../shell/session.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";
import { BETTER_SIDE, changeStep, moveSteps, shareText } from "./move-facts.ts";
import "./explain-move.css";

/** What moved the KPI between two periods: in a sentence, as a waterfall, and as the same numbers in a table. */
export function ExplainMove({ view }: { view: KpiView }) {
  const { against = "previous", level = "parts" } = useSearch({ from: "/shell/kpis/$kpi" });
  const asOf = useScope()?.asOf ?? null;
  const parts = { against, level } as const;
  const place = { kpi: view.kpi, unit: view.unit.code, period: view.period, ...parts };
  const input = { ...place, ...(asOf === null ? {} : { asOf }) };
  const move = useQuery(api.insight.explain.queryOptions(input, { placeholderData: keepPreviousData }));
  if (move.error !== null) {
    return <PageFailure what="The explanation" error={move.error} onRetry={() => void move.refetch()} />;
  }
  return (
    <div className="explain">
      <Choices view={view} against={against} level={level} />
      {move.data === undefined ? (
        <Waiting what="the explanation">
          <SkeletonRows rows={8} />
        </Waiting>
      ) : (
        <div className={move.isPlaceholderData ? "dimmed" : undefined} aria-busy={move.isPlaceholderData}>
          <Explained move={move.data} />
        </div>
      )}
    </div>
  );
}

const LEVELS = [
  { value: "parts", label: "Direct parts" },
  { value: "reporting", label: "Reporting units" },
] as const;

function Choices({ view, against, level }: { view: KpiView; against: Against; level: "parts" | "reporting" }) {
  const navigate = useNavigate({ from: "/kpis/$kpi" });
  const locale = useLocale();
  const months = view.points.map(({ period }) => period).filter((month) => month < view.period);
  const choose = (change: { against?: Against | undefined; level?: "reporting" | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) });
  const choices: { value: Against; label: string }[] = [
    { value: "previous", label: "the period before" },
    { value: "year", label: "the same a year before" },
    { value: "ytd", label: "year to date with last year’s same months" },
    ...months.toReversed().map((month) => ({ value: month, label: monthText(month, locale) })),
  ];
  return (
    <div className="explain-choices">
      <label className="explain-choice">
        <span>Compare {monthText(view.period, locale)} with</span>
        <select
          className="input"
          value={against}
          onChange={(event) => {
            const chosen = choices.find(({ value }) => value === event.currentTarget.value)?.value;
            choose({ against: chosen === "previous" ? undefined : chosen });
          }}
        >
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <Segmented
        label="Parts"
        value={level}
        options={LEVELS}
        onChange={(value) => choose({ level: value === "parts" ? undefined : value })}
      />
    </div>
  );
}

function Explained({ move }: { move: ExplainView }) {
  const locale = useLocale();
  const span = `${spanText(move.from, locale)} to ${spanText(move.to, locale)}`;
  return (
    <>
      <div className="explain-words">
        {move.warning === null ? null : (
          <p className="explain-warning" role="note">
            {move.warning}
          </p>
        )}
        <p className="explain-sentence">{move.sentence}</p>
        {move.note === null ? null : <p className="secondary">{move.note}</p>}
        {move.months < move.ofMonths && move.months > 0 ? (
          <p className="small secondary">
            {move.months} of {move.ofMonths} months are reported both times; only these are compared.
          </p>
        ) : null}
      </div>
      {move.change === null || move.parts.length === 0 ? null : (
        <>
          <figure className="explain-figure">
            <figcaption className="small secondary">
              Adds to the change, {move.unitOfMeasure} · {span}
              {move.hasMix ? " · upper bar: its own rate, lower bar: its share of the whole (mix)" : ""}
            </figcaption>
            <MoveBars
              steps={moveSteps(move)}
              total={changeStep(move)}
              better={BETTER_SIDE[move.direction]}
              name={move.sentence}
              description={`${move.name}, ${move.unit.name}, ${span}`}
            />
          </figure>
          <MoveTable move={move} />
        </>
      )}
    </>
  );
}

function MoveTable({ move }: { move: ExplainView }) {
  const locale = useLocale();
  return (
    <TableBox label="What each part adds to the change">
      <table className="table">
        <caption className="visually-hidden">What each part adds to the change</caption>
        <thead>
          <tr>
            <th scope="col">Part</th>
            <th scope="col" className="number">
              {spanText(move.from, locale)}
            </th>
            <th scope="col" className="number">
              {spanText(move.to, locale)}
            </th>
            {move.hasMix ? (
              <>
                <th scope="col" className="number">
                  Share of the whole
                </th>
                <th scope="col" className="number">
                  Own rate
                </th>
                <th scope="col" className="number">
                  Mix
                </th>
              </>
            ) : null}
            <th scope="col" className="number">
              Adds
            </th>
          </tr>
        </thead>
        <tbody>
          {move.parts.map((part) => (
            <PartRow key={part.unit?.code ?? ""} part={part} move={move} />
          ))}
          <tr className="total-row">
            <th scope="row">{move.unit.name}, whole</th>
            <td className="number">{move.before.shown}</td>
            <td className="number">{move.after.shown}</td>
            {move.hasMix ? (
              <>
                <td />
                <td className="number">{move.rate?.shown}</td>
                <td className="number">{move.mix?.shown}</td>
              </>
            ) : null}
            <td className="number">{move.change?.shown}</td>
          </tr>
        </tbody>
      </table>
    </TableBox>
  );
}

const PRESENCE = { both: "", joined: "joined", left: "left" } as const;

function PartRow({ part, move }: { part: PartMoveView; move: ExplainView }) {
  const locale = useLocale();
  const isNothing = part.total.shown.startsWith("±");
  const tone = isNothing ? "" : { true: "tone-good", false: "tone-bad", null: "" }[`${part.favourable}` as const];
  return (
    <tr>
      <th scope="row">
        {part.unit === null ? (
          part.name
        ) : (
          <Link
            to="/kpis/$kpi"
            params={{ kpi: move.kpi }}
            search={(before) => ({
              ...before,
              u: part.unit?.code,
              view: part.hasParts ? ("explain" as const) : undefined,
              level: undefined,
            })}
            className="row-link"
          >
            {part.name}
          </Link>
        )}
        {part.presence === "both" ? null : <span className="row-note">{PRESENCE[part.presence]}</span>}
      </th>
      <td className="number">{part.before.shown}</td>
      <td className="number">{part.after.shown}</td>
      {move.hasMix ? (
        <>
          <td className="number secondary">{shareText(part, locale)}</td>
          <td className="number">{part.rate.shown}</td>
          <td className="number">{part.mix.shown}</td>
        </>
      ) : null}
      <td className={`number strong ${tone}`}>{part.total.shown}</td>
    </tr>
  );
}
