import { useState } from "react";
import type { ActionView } from "../../../shared/contracts/actions.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { monthText } from "../../../shared/text/month-text.ts";
import { BeforeAfter } from "../../charts/before-after.tsx";
import { useLocale } from "../../shell/session.tsx";
import { Card } from "../../ui/card.tsx";
import { formatNumber } from "../../ui/format.ts";
import { TableBox } from "../../ui/table-box.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { CheckWord } from "./check-word.tsx";

const TABS = [
  { name: "chart", label: "Before and after" },
  { name: "table", label: "Table" },
] as const;

/** Did it work: the sentence, then the months before and after with their levels, as a picture and as a table. */
export function EffectCard({ view }: { view: ActionView }) {
  const [shown, setShown] = useState<(typeof TABS)[number]["name"]>("chart");
  const { action, course } = view;
  const { check, promise } = action;
  return (
    <>
      <Card title="Did it work?" aside={<CheckWord action={action} />}>
        <div className="effect-words">
          <p className="effect-sentence">{action.verification ?? check?.sentence ?? waiting(promise)}</p>
          {action.verification !== null && check !== null && check.sentence !== action.verification ? (
            <p className="secondary">
              <strong>Today</strong> {check.sentence}
            </p>
          ) : null}
          {action.overrideReason === null ? null : (
            <p>
              <strong>Overridden because</strong> {action.overrideReason}
            </p>
          )}
          <p className="small secondary">{promise === null ? "" : `Promised: ${promise}.`}</p>
          <ul className="small muted effect-notes">
            {check?.notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </div>
      </Card>
      {course === null || check === null ? null : (
        <section className="card" aria-label="Months before and after">
          <Tabs label="Ways to see the months" current={shown} tabs={TABS} onChange={setShown}>
            {shown === "chart" ? (
              <Chart view={view} course={course} check={check} />
            ) : (
              <Months course={course} from={check.from} />
            )}
          </Tabs>
        </section>
      )}
    </>
  );
}

function waiting(promise: string | null): string {
  return promise === null
    ? "No expected effect was stated, so the data cannot judge it."
    : "The data judge it once it has begun.";
}

type Course = NonNullable<ActionView["course"]>;
type Check = NonNullable<ActionView["action"]["check"]>;

function Chart({ view, course, check }: { view: ActionView; course: Course; check: Check }) {
  const locale = useLocale();
  const [place, width] = useWidth<HTMLDivElement>();
  const text = (value: number) => formatNumber(value, course.decimals, locale);
  const { levels } = check;
  return (
    <figure className="effect-figure">
      <div ref={place}>
        <BeforeAfter
          course={{ points: course.points, from: check.from, levels }}
          name={check.sentence}
          description={course.title}
          labels={{
            start: `${view.action.code} begins to count`,
            before: levels === null ? "" : `Before ${text(levels.before)}`,
            after: levels === null ? "" : `Since ${text(levels.after)}`,
          }}
          width={Math.max(280, width)}
          formatTick={(value, decimals) => formatNumber(value, decimals, locale)}
          formatMonth={(month) => monthText(month as Month, locale)}
        />
      </div>
      <figcaption className="small secondary">{course.title}</figcaption>
    </figure>
  );
}

function Months({ course, from }: { course: Course; from: Month }) {
  const locale = useLocale();
  return (
    <TableBox label="Months before and after">
      <table className="table">
        <caption className="visually-hidden">{course.title}</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" className="number">
              {course.unitOfMeasure}
            </th>
            <th scope="col">Side</th>
          </tr>
        </thead>
        <tbody>
          {course.points.toReversed().map(({ month, value, counts }) => (
            <tr key={month}>
              <th scope="row">{monthText(month, locale)}</th>
              <td className="number">{value === null ? "–" : formatNumber(value, course.decimals, locale)}</td>
              <td className="secondary">
                {month < from ? "Before" : "Since"}
                {counts ? "" : ", does not count"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
