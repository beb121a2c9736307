import { describe, expect, test } from "vitest";
import { checkAssignments } from "../../../shared/domain/imports/check-assignments.ts";
import { checkKpis } from "../../../shared/domain/imports/check-kpis.ts";
import { checkPeople } from "../../../shared/domain/imports/check-people.ts";
import { checkTargets } from "../../../shared/domain/imports/check-targets.ts";
import { checkThemes } from "../../../shared/domain/imports/check-themes.ts";
import { checkUnits, edgesAfter } from "../../../shared/domain/imports/check-units.ts";
import type { ReferenceData } from "../../../shared/domain/imports/reference.ts";
import type { Month } from "../../../shared/domain/month.ts";
import { ALL_YEAR, aKpi, aReference, rowsOf, told } from "../../support/import-world.ts";

const nobody: Partial<ReferenceData> = { may: () => false };
const nothing = aReference({}, { units: new Set(), edges: [] });
const units = (text: string, reference: ReferenceData) =>
  told(checkUnits(rowsOf("units", `code|name|kind|parent|from\n${text}`), reference).errors);

describe("units form one tree in every month", () => {
  test("a new organisation, parents in any order", () =>
    expect(units("B|B|branch|A|\nA|A|area|G|\nG|G|group||", nothing)).toEqual([]));

  test("a unit may be added, and may move from a month on", () => {
    const rows = rowsOf("units", "code|name|kind|parent|from\nN3|N3|branch|NORTH|2026-05\nN1|N1|branch|SOUTH|2026-07");
    expect(told(checkUnits(rows, aReference()).errors)).toEqual([]);
    expect(edgesAfter(rows, aReference().edges).filter(({ child }) => child === "N1")).toEqual([
      { child: "N1", parent: "NORTH", fromMonth: "0000-01", toMonth: "2026-06" },
      { child: "N1", parent: "SOUTH", fromMonth: "2026-07", toMonth: null },
    ]);
  });

  test.each<[string, string, ReferenceData, string[]]>([
    ["an unknown parent", "X|X|branch|NOWHERE|", aReference(), ["2 parent unknown-unit"]],
    ["a second root", "X|X|group||", aReference(), ["2 parent two-roots"]],
    ["no root", "A|A|area|B|\nB|B|area|A|", nothing, ["2 parent no-root"]],
    ["a circle", "G|G|group||\nA|A|area|B|\nB|B|area|A|", nothing, ["3 parent tree-cycle", "4 parent tree-cycle"]],
    ["a unit below itself after a move", "NORTH|N|area|N1|2026-05", aReference(), ["2 parent tree-cycle"]],
    [
      "a parent that comes later",
      "X|X|area|GROUP|2026-05\nY|Y|branch|X|2026-01",
      aReference(),
      ["3 parent parent-not-there"],
    ],
    [
      "a unit under two names",
      "X|X|area|GROUP|\nX|Z|area|SOUTH|2026-05",
      aReference(),
      ["3 name unit-details-disagree"],
    ],
    [
      "a move in a locked past",
      "N1|N1|branch|SOUTH|2026-02",
      aReference({ locked: ["2026-03"] }),
      ["2 from locked-past"],
    ],
    ["no right", "X|X|branch|NORTH|", aReference({}, nobody), ["2 parent not-allowed"]],
  ])("%s is refused", (...[, text, reference, findings]) => expect(units(text, reference)).toEqual(findings));

  test("a move after the locked past is fine", () =>
    expect(units("N1|N1|branch|SOUTH|2026-04", aReference({ locked: ["2026-03"] }))).toEqual([]));
});

describe("themes and people", () => {
  test("the themes of a strategy have its years", () => {
    const rows = rowsOf(
      "themes",
      "code|name|strategy|from_year|to_year\nA|A|S|2026|2029\nB|B|S|2026|2030\nC|C|R|2029|2026",
    );
    expect(told(checkThemes(rows, aReference()).errors)).toEqual([
      "3 from_year strategy-years-disagree",
      "4 to_year years-reversed",
    ]);
    expect(told(checkThemes(rows.slice(0, 1), aReference({}, nobody)).errors)).toEqual(["2 code not-allowed"]);
  });

  test("the grants of a person have one name, known units and an end behind the beginning", () => {
    const rows = rowsOf(
      "people",
      "email|name|role|unit|from|to\na@b.org|Leader|leader|NORTH||\nA@b.org|Other|viewer|X||\nc@b.org|C|viewer||2026-05|2026-04",
    );
    expect(told(checkPeople(rows, aReference()).errors)).toEqual([
      "3 unit unknown-unit",
      "3 name name-disagrees",
      "4 to period-reversed",
    ]);
    expect(told(checkPeople(rows.slice(0, 1), aReference({}, nobody)).errors)).toEqual(["2 email not-allowed"]);
  });
});

const KPI_HEADER =
  "code|name|theme|unit_of_measure|decimals|direction|input|multiplier|org_rule|time_rule|minimum|maximum|tolerance|tolerance_kind|expression|from";
const kpis = (text: string, reference = aReference()) =>
  told(checkKpis(rowsOf("kpis", `${KPI_HEADER}\n${text}`), reference).errors);
const RATIO = "K|K|T-1|%|1|higher|ratio|100|ratio|cumulative_ratio|0|100|1|absolute||";

describe("KPIs", () => {
  test("a sound definition, a derived one, and a later version", () => {
    const derived = "D|D||%|1|higher|derived||none|mean|||||[K] + 2 * [E]|";
    expect(kpis(`${RATIO}\n${derived}\nE|E||days|0|lower|value||sum|sum||||||\n${RATIO}2026-05`)).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    [
      "a ratio rule without a ratio",
      "K|K||%|1|higher|value||ratio|mean||||||",
      ["2 org_rule ratio-rule-needs-ratio-input"],
    ],
    [
      "a ratio time rule without one",
      "K|K||%|1|higher|value||sum|ratio||||||",
      ["2 time_rule ratio-rule-needs-ratio-input"],
    ],
    [
      "a derived KPI without expression",
      "K|K||%|1|higher|derived||none|mean||||||",
      ["2 expression derived-needs-expression"],
    ],
    [
      "an expression of no derived KPI",
      "K|K||%|1|higher|value||sum|sum|||||[A]|",
      ["2 expression expression-needs-derived-input"],
    ],
    [
      "an expression that cannot be read",
      "K|K||%|1|higher|derived||none|mean|||||[A|",
      ["2 expression expression-wrong"],
    ],
    [
      "an unknown input",
      "K|K||%|1|higher|derived||none|mean|||||[A]+[K2]|",
      ["2 expression unknown-kpi", "2 expression unknown-kpi"],
    ],
    ["itself as input", "K|K||%|1|higher|derived||none|mean|||||[K]*2|", ["2 expression expression-circular"]],
    [
      "limits and tolerance",
      "K|K||%|1|higher|value|-1|sum|sum|5|1|-2|||",
      [
        "2 multiplier multiplier-not-positive",
        "2 maximum limits-reversed",
        "2 tolerance tolerance-negative",
        "2 tolerance_kind tolerance-kind-missing",
      ],
    ],
    ["an unknown theme", "K|K|T-9|%|1|higher|value||sum|sum||||||", ["2 theme unknown-theme"]],
    [
      "percent signs where none belong",
      "K|K||days|1|higher|value||sum|sum|0|100 %|5 %|percent||",
      ["2 maximum percent-unexpected"],
    ],
    ["a first version with a month", `${RATIO}2026-05`, ["2 from first-version-is-always"]],
    ["versions of two themes", `${RATIO}\n${RATIO.replace("T-1", "")}2026-05`, ["3 theme theme-disagrees"]],
  ])("%s is refused", (...[, text, findings]) => expect(kpis(text)).toEqual(findings));
});

describe("KPIs that are there already", () => {
  test("a circle through stored KPIs is found", () => {
    const stored = aReference({ kpis: { S: aKpi({ input: "derived", expression: "[K] + 1" }) } });
    expect(kpis("K|K||%|1|higher|derived||none|mean|||||[S]|", stored)).toEqual(["2 expression expression-circular"]);
  });

  test("what results were entered under, or locked months judged by, is not rewritten", () => {
    const value = { input: "value", orgRule: "sum", timeRule: "sum" } as const;
    const used = aReference({ kpis: { K: aKpi(value, { hasResults: true }) } });
    expect(kpis("K|K||%|1|higher|ratio|100|ratio|ratio||||||", used)).toEqual(["2 from definition-in-use"]);
    expect(kpis("K|K||%|1|higher|ratio|100|ratio|ratio||||||2026-05", used)).toEqual([]);
    const locked = aReference({ kpis: { K: aKpi(value) }, locked: ["2026-03"] });
    expect(kpis("K|K||%|2|higher|value||sum|sum||||||", locked)).toEqual(["2 from locked-past"]);
    expect(kpis("K|Better name||%|1|higher|value||sum|sum||||||", locked)).toEqual([]);
    expect(kpis("K|K||%|2|higher|value||sum|sum||||||2026-04", locked)).toEqual([]);
  });
});

describe("assignments", () => {
  const check = (text: string, reference: ReferenceData) =>
    checkAssignments(rowsOf("assignments", `kpi|unit|from|to\n${text}`), reference);
  const known = (more: Parameters<typeof aReference>[0] = {}, rest: Partial<ReferenceData> = {}) =>
    aReference({ kpis: { K: aKpi(), D: aKpi({ input: "derived" }) }, ...more }, rest);

  test("a star stands for every unit without children that no row names itself", () => {
    const { terms, errors } = check("K|*|2026-01|\nK|N1|2026-03|2026-06", known());
    expect(errors.count).toBe(0);
    expect(terms.map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ["N2", "2026-01", null],
      ["SOUTH", "2026-01", null],
      ["N1", "2026-03", "2026-06"],
    ]);
  });

  test("what is stored already is no change", () => {
    const { terms, errors } = check("K|N1|2026-01|", known({ terms: { K: { N1: ALL_YEAR } }, locked: ["2026-02"] }));
    expect([terms, errors.count]).toEqual([[], 0]);
  });

  test.each<[string, string, ReferenceData, string[]]>([
    ["unknown things", "X|Y|2026-01|", known(), ["2 kpi unknown-kpi", "2 unit unknown-unit"]],
    ["a reversed time", "K|N1|2026-05|2026-01", known(), ["2 to period-reversed"]],
    ["a derived KPI", "D|N1|2026-01|", known(), ["2 kpi derived-not-assigned"]],
    ["an overlap in the file", "K|N1|2026-01|2026-06\nK|N1|2026-05|", known(), ["3 from assignments-overlap"]],
    [
      "an overlap with what is stored",
      "K|N1|2025-05|",
      known({ terms: { K: { N1: ALL_YEAR } } }),
      ["2 from assignments-overlap"],
    ],
    ["a beginning in a locked month", "K|N1|2026-01|", known({ locked: ["2026-02"] }), ["2 from locked-past"]],
    [
      "an end in a locked month",
      "K|N1|2026-01|2026-02",
      known({ terms: { K: { N1: ALL_YEAR } }, locked: ["2026-03"] }),
      ["2 from locked-past"],
    ],
    ["no right", "K|N1|2026-01|", known({}, nobody), ["2 unit not-allowed"]],
  ])("%s is refused", (...[, text, reference, findings]) =>
    expect(told(check(text, reference).errors)).toEqual(findings),
  );
});

describe("targets", () => {
  const reference = aReference({
    kpis: {
      K: aKpi({ maximum: 100 }),
      BAND: aKpi({ direction: "band" }),
      Q: aKpi({ frequency: "quarter", unitOfMeasure: "days" }),
      SUM: aKpi({ maximum: 100, orgRule: "sum", timeRule: "sum" }),
    },
    locked: ["2026-03"],
  });
  const check = (text: string, of = reference) =>
    checkTargets(rowsOf("targets", `kpi|unit|period|value|low|high\n${text}`), of);

  test("a value, a band, a year", () =>
    expect(told(check("K|N1|2026-05|95 %||\nBAND|N1|2026-05||3|5\nQ|N1|2027|5||").errors)).toEqual([]));

  test.each<[string, string, string[]]>([
    ["unknown things", "X|Y|2026-05|1||", ["2 unit unknown-unit", "2 kpi unknown-kpi"]],
    ["a band without edges", "BAND|N1|2026-05|4|3|", ["2 value band-needs-edges", "2 high band-needs-edges"]],
    ["edges without a band", "K|N1|2026-05|4|3|", ["2 low edges-need-band"]],
    ["no target at all", "K|N1|2026-05|||", ["2 value target-missing"]],
    ["reversed edges", "BAND|N1|2026-05||5|3", ["2 high limits-reversed"]],
    ["a month inside a quarter", "Q|N1|2026-05|4||", ["2 period not-a-period-end"]],
    ["a locked month", "K|N1|2026-03|4||", ["2 period month-locked"]],
    ["a year with a locked month", "K|N1|2026|4||", ["2 period month-locked"]],
    ["a percent sign on days", "Q|N1|2026-06|4 %||", ["2 value percent-unexpected"]],
  ])("%s is refused", (...[, text, findings]) => expect(told(check(text).errors)).toEqual(findings));

  test("a target beyond the hard limits is warned of; an unchanged one in a locked month passes", () => {
    expect(told(check("K|N1|2026-05|120||").warnings)).toEqual(["2 value target-beyond-limits"]);
    expect(told(check("K|N1|2026-03|4||", { ...reference, isUnchanged: () => true }).errors)).toEqual([]);
  });

  test("of a sum's year each period's share is held against the limits", () => {
    expect(told(check("SUM|N1|2027|1200||").warnings)).toEqual([]);
    expect(told(check("SUM|N1|2027|1212||").warnings)).toEqual(["2 value target-beyond-limits"]);
    expect(told(check("K|N1|2027|1200||").warnings)).toEqual(["2 value target-beyond-limits"]);
  });

  test("the year is the organisation's fiscal year", () => {
    const april = { ...reference, fiscalYearStart: 4, lockedMonths: () => ["2026-03" as Month] };
    expect(told(check("K|N1|2026|4||", april).errors)).toEqual(["2 period month-locked"]);
    expect(told(check("K|N1|2027|4||", april).errors)).toEqual([]);
  });
});
