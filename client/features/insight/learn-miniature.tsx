import { seasonOf } from "../../../shared/domain/statistics/season.ts";
import { STATUS_KINDS } from "../../../shared/domain/status-kind.ts";
import type { Miniature } from "../../../shared/text/learn-topics.ts";
import { statusWord } from "../../../shared/text/series-text.ts";
import { MiniChart } from "../../charts/mini-chart.tsx";
import { SparkChart } from "../../charts/spark-chart.tsx";
import { SignalChip } from "../../ui/signal-chip.tsx";
import { StatusMark } from "../../ui/status-mark.tsx";
import { FunnelMiniature } from "./funnel-miniature.tsx";
import { LESSONS, OUTLOOK_LESSONS } from "./learn-lessons.ts";
import { type Lesson, lessonAnalysis, lessonView } from "./learn-series.ts";
import { SimulationTable } from "./simulation-table.tsx";

type Sized = { width: number };

/** The picture of a topic, drawn by the charts of the product from a little series. */
export function LearnMiniature({ kind, width }: Sized & { kind: Miniature }) {
  switch (kind) {
    case "improving":
      return <SignalWords />;
    case "outlook":
      return <OutlookSparks width={width} />;
    case "statuses":
      return <Statuses />;
    case "season":
      return <SeasonSparks width={width} />;
    case "funnel":
      return <FunnelMiniature width={width} />;
    case "snapshots":
      return <FrozenAndNow />;
    case "simulation":
      return <SimulationTable isShort />;
    default:
      return <MiniChart view={lessonView(LESSONS[kind])} width={width} name={NAMES[kind]} />;
  }
}

const NAMES = {
  usual: "Eighteen steady months within their usual range",
  signals: "A month outside the usual range, then a shift for the worse",
  targets: "A target of at most 4.8 that steps to at most 4.4",
  coverage: "Two hollow months that take no part",
  phases: "Limits that begin anew with a new procedure",
  charts: "A share whose usual range is wide where the denominator is small",
  forecast: "Six months to come with the range that holds eight in ten outcomes",
} as const;

function SignalWords() {
  return (
    <p className="learn-row">
      <SignalChip variation="improving" icon="improvement_low" word="Improving" />
      <SignalChip variation="worsening" icon="concern_high" word="Worsening" />
      <SignalChip variation="one_off" icon="concern_high" word="One-off" />
      <SignalChip variation="stable" icon="common_cause" word="Stable" />
    </p>
  );
}

function Statuses() {
  return (
    <p className="learn-row">
      {STATUS_KINDS.map((status) => (
        <StatusMark key={status} status={status} word={statusWord(status, "en")} />
      ))}
    </p>
  );
}

function sparkOf(lesson: Lesson) {
  const { points, segments } = lessonAnalysis(lesson);
  const newest = segments.at(-1);
  return {
    months: points.map(({ period }) => period),
    values: points.map(({ value }) => value),
    marks: points.map(({ pointType }) => pointType),
    targets: points.map(({ target }) => target),
    low: newest?.lower ?? null,
    high: newest?.upper ?? null,
    excluded: points.map(({ excluded }) => excluded),
  };
}

function OutlookSparks({ width }: Sized) {
  return (
    <ul className="learn-sparks">
      {OUTLOOK_LESSONS.map(({ word, lesson }) => (
        <li key={word}>
          <SparkChart
            spark={sparkOf(lesson)}
            label={`${word}: the target lies at ${lesson.targets[0]}`}
            width={width / 3 - 12}
            height={54}
          />
          <span className="small">{word}</span>
        </li>
      ))}
    </ul>
  );
}

function SeasonSparks({ width }: Sized) {
  const { values } = LESSONS.season;
  const adjusted = seasonOf(values)?.adjusted ?? values;
  return (
    <ul className="learn-sparks">
      {[
        { word: "As reported", lesson: { values } },
        { word: "Without its season", lesson: { values: adjusted } },
      ].map(({ word, lesson }) => (
        <li key={word}>
          <SparkChart spark={sparkOf(lesson)} label={word} width={width / 2 - 12} height={64} />
          <span className="small">{word}</span>
        </li>
      ))}
    </ul>
  );
}

function FrozenAndNow() {
  return (
    <table className="table learn-table">
      <tbody>
        <tr>
          <th scope="row">As the board saw it</th>
          <td className="number">4.7</td>
          <td>
            <StatusMark status="off" word={statusWord("off", "en")} />
          </td>
        </tr>
        <tr>
          <th scope="row">Today, after a correction</th>
          <td className="number">4.3</td>
          <td>
            <StatusMark status="on" word={statusWord("on", "en")} />
          </td>
        </tr>
      </tbody>
    </table>
  );
}
