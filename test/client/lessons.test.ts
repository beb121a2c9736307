import { describe, expect, test } from "vitest";
import { funnelLines } from "../../client/features/insight/funnel-lines.ts";
import { FUNNEL_LESSON, LESSONS, OUTLOOK_LESSONS } from "../../client/features/insight/learn-lessons.ts";
import { lessonAnalysis, lessonView } from "../../client/features/insight/learn-series.ts";
import { spcFrame } from "../../shared/charts/spc-frame.ts";
import { phaseShapes, spcMarks } from "../../shared/charts/spc-shapes.ts";
import { seasonOf } from "../../shared/domain/statistics/season.ts";

describe("the little series show what their topics say", () => {
  test("steady months hold no signal; a far month and a shift are marked", () => {
    expect(lessonAnalysis(LESSONS.usual).variation).toBe("stable");
    expect(lessonAnalysis(LESSONS.signals)).toMatchObject({ variation: "worsening", run: { rule: "shift" } });
    const view = lessonView(LESSONS.signals);
    expect(spcMarks(view, spcFrame(view, 376)).map(({ kind }) => kind)).toContain("worse");
  });

  test("the same range meets, may miss and will miss", () => {
    expect(OUTLOOK_LESSONS.map(({ lesson }) => lessonAnalysis(lesson).outlook)).toEqual([
      "will_meet",
      "may_miss",
      "will_miss",
    ]);
  });

  test("limits step with the denominators, and begin anew with a phase", () => {
    const view = lessonView(LESSONS.charts);
    expect(view.chart).toBe("p-prime");
    const [shape] = phaseShapes(view, spcFrame(view, 376));
    expect(shape?.limits.split("V").length).toBeGreaterThan(6);
    expect(lessonView(LESSONS.phases).segments).toHaveLength(2);
  });

  test("a season is found and one unit lies outside the funnel", () => {
    expect(seasonOf(LESSONS.season.values)?.isSeasonal).toBe(true);
    const { units } = funnelLines(FUNNEL_LESSON, { width: 300, height: 170 });
    expect(units.filter(({ isOutside }) => isOutside)).toHaveLength(1);
  });
});
