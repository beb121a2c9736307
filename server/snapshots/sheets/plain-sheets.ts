import { instantText } from "../../../shared/text/instant-text.ts";
import { PACK_WORDS } from "../../../shared/text/pack-text.ts";
import type { CellStyle } from "../../files/workbook-styles.ts";
import type { SheetCell, WorkbookSheet } from "../../files/write-workbook.ts";
import type { Pack, PackKpi } from "../pack/pack.ts";

const styled =
  (style: CellStyle) =>
  (value: string | number | null): SheetCell =>
    value === null ? null : { value, style };
const heading = styled("heading");
const wrapped = styled("wrapped");
const title = styled("title");

/** A number with the KPI's decimals. */
export function numberCell(value: number | null, decimals: number, look: "number" | "muted" = "number"): SheetCell {
  return value === null ? null : { value, style: `${look}${decimals as 0 | 1 | 2 | 3 | 4 | 5 | 6}` };
}

/** The verdict of every KPI in words and numbers. */
export function summarySheet(pack: Pack): WorkbookSheet {
  const { headline, scope, subline, groups } = pack;
  const heads = [
    ...[
      "KPI",
      "Name",
      "Unit of measure",
      PACK_WORDS.actual,
      PACK_WORDS.target,
      "Difference",
      "Status",
      "Signal",
      "Outlook",
    ],
    ...[
      "What it says",
      "What follows",
      "Decision",
      PACK_WORDS.yearToDate,
      PACK_WORDS.yearEnd,
      "Plan",
      "Reported",
      "Due",
    ],
  ];
  return {
    name: "Summary",
    widths: [18, 36, 20, 11, 11, 11, 15, 20, 13, 48, 40, 40, 13, 44, 44, 10, 8],
    frozen: { rows: 5, columns: 2 },
    repeated: 5,
    rows: [
      [title(headline)],
      [scope],
      [`${subline} · ${pack.reported}`],
      [],
      heads.map(heading),
      ...groups.flatMap(({ name, sentence, kpis }) => [
        [{ value: `${name}: ${sentence}`, style: "bold" as const }],
        ...kpis.map(summaryRow),
      ]),
    ],
  };
}

function summaryRow({ view, asked, countermeasure }: PackKpi): SheetCell[] {
  const { kpi, name, unitOfMeasure, figure, target, variance, decimals, verdict, ytd, yearEnd, coverage } = view;
  const value = figure.kind === "not_applicable" ? "n/a" : numberCell(figure.value, decimals);
  return [
    ...[kpi, name, unitOfMeasure, value],
    target === null ? null : (numberCell(target.value, decimals) ?? target.label),
    numberCell(variance?.difference ?? null, decimals),
    ...[
      view.statusWord,
      verdict.variationWord,
      verdict.outlookWord,
      wrapped(verdict.sentence),
      wrapped(verdict.advice),
    ],
    verdict.needsDecision ? wrapped(asked) : null,
    numberCell(ytd.figure.value, decimals),
    wrapped(yearEnd?.sentence ?? null),
    view.plan === null ? null : wrapped(countermeasure),
    ...[coverage.reported, coverage.due],
  ];
}

export function actionsSheet({ payload }: Pack): WorkbookSheet {
  const heads = [
    "Action",
    "Kind",
    "What",
    "KPI",
    "Unit",
    "Who",
    "Due",
    "Late",
    "State",
    "Progress %",
    "In words",
    "Cause",
    "Resources",
    "Check",
  ];
  return {
    name: "Actions",
    widths: [10, 14, 48, 18, 12, 24, 12, 8, 14, 11, 32, 48, 32, 48],
    frozen: { rows: 1, columns: 1 },
    repeated: 1,
    rows: [
      heads.map(heading),
      ...payload.actions.map((action): SheetCell[] => [
        ...[action.code, action.kind, wrapped(action.title), action.kpi, action.unit, action.owner],
        action.due === null ? null : { value: action.due, style: "date" },
        ...[
          action.late ? "late" : null,
          action.state,
          action.progress,
          wrapped(action.sentence),
          wrapped(action.cause),
        ],
        ...[wrapped(action.resources), wrapped(action.verification)],
      ]),
      [],
      ["Decision", "Kind", "What", "KPI", "Unit", "Who", "Decided on", "", "Review on", "", "", "Why", "Options"].map(
        heading,
      ),
      ...payload.decisions.map((decision): SheetCell[] => [
        ...[decision.code, decision.kind, wrapped(decision.text), decision.kpi, decision.unit, decision.owner],
        { value: decision.decidedOn, style: "date" },
        null,
        decision.reviewOn === null ? null : { value: decision.reviewOn, style: "date" },
        ...[null, null, wrapped(decision.rationale), wrapped(decision.options)],
      ]),
    ],
  };
}

export function definitionsSheet({ kpis }: Pack): WorkbookSheet {
  const rows = kpis.flatMap(({ view, frozen }): SheetCell[][] => [
    ...frozen.definition.map(({ label, text }): SheetCell[] => [view.kpi, view.name, label, wrapped(text)]),
    ...frozen.segments.map(({ label, reason }): SheetCell[] => [
      view.kpi,
      view.name,
      "Usual range",
      wrapped([label, reason].filter(Boolean).join(". ")),
    ]),
    ...frozen.notes.map((note): SheetCell[] => [view.kpi, view.name, "Note", wrapped(note)]),
  ]);
  return {
    name: "Definitions",
    widths: [18, 40, 18, 90],
    frozen: { rows: 1, columns: 0 },
    repeated: 1,
    rows: [["KPI", "Name", "What", "Text"].map(heading), ...rows],
  };
}

export function aboutSheet(pack: Pack): WorkbookSheet {
  const { payload, id, sha256, label, scope, reported, head } = pack;
  const { locale, timeZone, name } = payload.organisation;
  const { results } = payload.coverage;
  const lines: [string, string][] = [
    ["Organisation", name],
    ["Scope", scope],
    ["Label", label],
    ["Data as of", instantText(payload.asOf, locale, timeZone)],
    ["As of (UTC)", payload.asOf],
    ["Taken (UTC)", pack.takenAt],
    ["Coverage", `${reported}; ${results.reported} of ${results.due} results`],
    ["Rule set", payload.ruleSet],
    ["Snapshot", id],
    ["SHA-256 of the payload", sha256],
    ["Audit chain", `event ${head.seq}, ${head.hash}`],
    ["Format", payload.format],
    ["Open it", pack.link ?? "In Plumbline, under Snapshots"],
    ["Check it", "plumbline verify FILE, or drop the file on the page Verify: both tell this file from an altered one"],
    ["Import it", "The sheet Results can be imported again as results"],
  ];
  return { name: "About", widths: [26, 110], rows: lines.map(([what, text]) => [heading(what), wrapped(text)]) };
}
