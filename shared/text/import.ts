import type { FileFault } from "../domain/imports/file-fault.ts";
import type { Finding, FindingCode } from "../domain/imports/finding.ts";
import type { NumberFault } from "../domain/number-recognition.ts";

/** What was found in a row, and what to do. `{column}` is the finding's column, other names stand for its details. */
const FINDING: Record<FindingCode, string> = {
  "unknown-column": 'There is no column "{column}" in a file of {kind}. Remove it or name it as one of: {known}.',
  "missing-column": 'A file of {kind} needs the column "{column}". Add it.',
  "duplicate-column": 'The column "{column}" stands there twice. Remove one of them.',
  "cells-beyond-header": "The row has something to the right of the last heading. Remove it or give it a heading.",
  required: "{column} is empty. Fill it in.",
  "cell-fault": "{column} holds {shown} instead of a value. Mend the cell in the spreadsheet.",
  "code-form":
    '"{shown}" is not a code. Use up to 64 letters, digits, points, hyphens and underscores, beginning with a letter or digit.',
  "too-long": "{column} has {length} characters and may have {longest}. Shorten it.",
  "control-character": "{column} contains a character that cannot be shown. Type the text anew.",
  "not-an-email": '"{shown}" is not an e-mail address. Write it as name@example.org.',
  "unknown-word": '{column} cannot be "{shown}". Use one of: {words}.',
  "not-a-month": '"{shown}" is not a month. Write it as 2026-10.',
  "not-a-period": '"{shown}" is not a period. Write a month as 2026-10 or a fiscal year as 2026.',
  "not-a-date": '"{shown}" is not a date. Write it as 2026-10-31.',
  "not-a-number": '{column} "{shown}" is not a number. {advice}',
  "ambiguous-number":
    '{column} "{shown}" can be read as {point} or as {comma}. Declare a decimal point or a decimal comma for the file.',
  "mixed-decimal-marks":
    '{column} "{shown}" and "{other}" in row {otherRow} use different decimal marks. Write all numbers of the file with the same one.',
  "not-a-whole-number": "{column} {shown} is not a whole number. Write it without decimals or signs.",
  "out-of-range": "{column} {shown} is not from {low} to {high}. Correct it.",
  "percent-unexpected":
    "{column} carries a percent sign, but it is given in {unit}. Write the number in that unit, without the sign.",
  "duplicate-row": "Row {earlier} has the same {key}. Keep one of the two.",
  "unknown-unit": 'There is no unit "{code}". Correct the code or import the unit first.',
  "unknown-kpi": 'There is no KPI "{code}". Correct the code or import the KPI first.',
  "unknown-theme": 'There is no theme "{code}". Correct the code or import the theme first.',
  "not-allowed": "You have no right to change this for {unit}. Ask your administrator, or leave the row out.",
  "month-closed": "{month} is closed. Ask your approver or quality manager to reopen it, or leave the row out.",
  "month-locked": "{month} is locked. Propose a restatement with its reason, or leave the row out.",
  "locked-past": "This would change {month}, which is locked. Let it begin later, or propose a restatement.",
  "period-reversed": "The end lies before the beginning. Correct one of them.",
  "parent-not-there":
    'The parent of "{code}" is not in the tree ({month}). Give the parent an earlier month, or another parent.',
  "two-roots": '"{code}" has no parent, but another unit is the root already ({month}). Name its parent.',
  "no-root": "No unit is without a parent. Leave the parent of the topmost unit empty.",
  "tree-cycle": '"{code}" would lie below itself ({month}). Correct its parent.',
  "unit-details-disagree":
    '{column} of "{code}" differs from row {earlier}. A unit that moves keeps its name and kind.',
  "strategy-years-disagree":
    'The years of "{strategy}" differ from row {earlier}. All themes of a strategy have its years.',
  "years-reversed": "to_year lies before from_year. Correct one of them.",
  "first-version-is-always": "The first version of a KPI is valid always. Leave from empty.",
  "theme-disagrees": 'The theme of "{code}" differs from row {earlier}. All versions of a KPI have its theme.',
  "ratio-rule-needs-ratio-input":
    "{column} adds numerators and denominators, which this KPI has not. Set input to ratio or choose another rule.",
  "derived-needs-expression": "A derived KPI needs an expression. Write one, such as [A] + [B].",
  "expression-needs-derived-input": "Only a derived KPI has an expression. Set input to derived or remove it.",
  "expression-wrong": "The expression cannot be read from character {at} on ({fault}). Correct it there.",
  "expression-circular": "The expression leads back to its own KPI: {circle}. Break the circle.",
  "multiplier-not-positive": "The multiplier must be above 0. Correct it, or leave it empty for 1.",
  "limits-reversed": "The upper limit {high} lies below the lower limit {low}. Exchange them.",
  "tolerance-kind-missing": "The tolerance has no kind. Write absolute or percent in tolerance_kind.",
  "tolerance-negative": "A tolerance cannot be below 0. Write it without the minus sign.",
  "definition-in-use": '"{code}" has results under this definition. Give the changed definition a later month in from.',
  "derived-not-assigned": '"{kpi}" is computed from other KPIs and reported by nobody. Remove the row.',
  "assignments-overlap": "{unit} reports {kpi} already from {from} to {to}. Let the two not overlap.",
  "band-needs-edges": "The target of {kpi} is a band. Give low and high, and no value.",
  "edges-need-band": "The target of {kpi} is one value, not a band. Give value, and leave low and high empty.",
  "target-missing": "The row has no target. Give a value, or remove the row.",
  "target-beyond-limits": "The target {value} is outside what {kpi} can be. Check it.",
  "not-a-period-end": "{kpi} is reported each {frequency}, not in {month}. Use {right}, the last month of its period.",
  "name-disagrees": "The name differs from row {earlier} with the same e-mail address. Make them agree.",
  "not-assigned": "{unit} does not report {kpi} in {month}. Assign the KPI first, or remove the row.",
  "future-month": "{month} has not begun. Correct the month, or remove the row.",
  "counted-not-entered": '"{kpi}" is counted from the training records and cannot be entered. Remove the row.',
  "derived-not-entered": '"{kpi}" is computed from other KPIs and cannot be entered. Remove the row.',
  "ratio-needs-parts": "{kpi} is a ratio: {column} is missing. Give numerator and denominator.",
  "parts-need-ratio": "{kpi} takes a value, not numerator and denominator. Move the number to value.",
  "numerator-and-value-disagree":
    "The value is {value}, but numerator and denominator give {computed}. Correct one of them, or leave the value empty.",
  "denominator-negative": "The denominator is below 0. Correct it.",
  "value-without-denominator": "With a denominator of 0 there is no value. Leave the value empty.",
  "beyond-limits": "{value} is outside what {kpi} can be (from {low} to {high}). Correct it.",
  "not-applicable-with-number": "The row says n/a and gives numbers too. Remove one of the two.",
  "comment-without-figure": "There is a comment but no figure. Give the figure, or n/a.",
};

/** What to do about a text that is no number. */
const NUMBER_ADVICE: Record<NumberFault, string> = {
  "no-number": "Write digits only; leave the cell empty for nothing to say, n/a for not applicable.",
  grouping: "Its separators do not stand as in a number. Write it without thousands separators.",
  "other-mark": "It uses the other decimal mark than the file. Write all numbers with the same one.",
  unfinished: "It ends in its separator. Complete it.",
  parentheses: "Write a minus sign for a number below zero.",
  dash: "Leave the cell empty for nothing to say, write 0 for zero, n/a for not applicable.",
  "mixed-digits": "It mixes digits of two scripts. Type it anew.",
  "too-many-digits": "It has more than 15 significant digits. Round it yourself.",
  "too-large": "Numbers stay below 1,000,000,000,000,000. Use a larger unit of measure.",
  "too-small": "It is too close to zero to be kept. Use a smaller unit of measure.",
};

const FILE: Record<FileFault, string> = {
  "file-empty": "The file is empty. Choose another one.",
  "file-too-large": "The file is larger than can be read (CSV 64 MB, XLSX 32 MB). Split it.",
  "file-kind-unknown": "This is neither CSV nor XLSX. Save the table as one of them.",
  "workbook-old-or-protected": "The workbook is of an old kind or has a password. Save it as XLSX without a password.",
  "text-not-utf8": "The text is not UTF-8, so that letters would be lost. Save it as CSV UTF-8 or as XLSX.",
  "text-binary": "The file contains bytes that no table has. Save the table as CSV UTF-8 or as XLSX.",
  "separator-unclear":
    "The heading does not tell whether comma, semicolon or tab separates the columns. Use one of them only.",
  "quotes-broken": "A quotation mark stands where none can, or is never closed. Correct this row.",
  "file-cut-off": "The file ends in the middle of this row. Fetch it again.",
  "too-many-rows": "The file has more than 1,000,000 rows. Split it.",
  "too-many-columns": "The row has more columns than a table can have. Remove those that are not needed.",
  "cell-too-long": "A cell of this row holds more text than a cell can. Shorten it.",
  "header-missing": "There is no heading. Name the columns in the first row.",
  "rows-missing": "There is a heading and nothing below it. Add the rows.",
  "workbook-broken": "The workbook is damaged. Open it, save it as XLSX and send it again.",
  "workbook-swollen": "The workbook unpacks to far more than a table needs. Copy the table into a new workbook.",
  "workbook-declares-entities":
    "The workbook contains declarations that no spreadsheet writes. Copy the table into a new workbook.",
  "sheet-missing": "The workbook has no sheet that can be read. Copy the table into a new workbook.",
  "reading-took-too-long": "Reading the file took too long. Split it.",
  "reading-took-too-much-memory": "Reading the file took too much memory. Split it.",
  "reading-cancelled": "Reading the file was stopped. Nothing was stored.",
};

/** A finding as the import report shows it. */
export function issueOfFinding(finding: Finding) {
  const { row, column, code } = finding;
  return { row, column, code, message: findingSentence(finding) };
}

/** A refused file as the import report shows it. */
export function issueOfFile(fault: FileFault, row: number) {
  return { row, column: "", code: fault, message: FILE[fault] };
}

function findingSentence({ column, code, details }: Finding): string {
  const advice = NUMBER_ADVICE[String(details["reason"] ?? "no-number") as NumberFault];
  const words: Readonly<Record<string, string | number>> = { column, advice, ...details };
  return FINDING[code].replace(/\{(\w+)\}/g, (_, name: string) => String(words[name] ?? ""));
}
