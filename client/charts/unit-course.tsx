import { memo } from "react";
import { coursePath } from "./unit-course-path.ts";
import "./charts.css";

type UnitCourseProps = { values: readonly (number | null)[]; domain: readonly [number, number]; label: string };

const SIZE = { width: 150, height: 30 };

/** A unit's months as a plain line on the scale of all units. */
export const UnitCourse = memo(function UnitCourse({ values, domain, label }: UnitCourseProps) {
  const { line, newest } = coursePath(values, domain, SIZE);
  return (
    <svg className="chart" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} {...SIZE} role="img" aria-label={label}>
      <path className="chart-line" d={line} />
      {newest === null ? null : <circle className="mark-usual" cx={newest.x} cy={newest.y} r="2.6" />}
    </svg>
  );
});
