import { NEWEST } from "../support/filled-world.ts";
import { LOOP_CALLS } from "./loop-calls.ts";
import type { SampleCall } from "./sample-call.ts";

const NOBODY = "nobody";
const NO_ID = "01a2057c-8fab-7a5b-823c-9c8884133538";
const LONG = "a-token-that-nobody-ever-gave-out";
const person = { person: NOBODY };
const month = { month: NEWEST };
const viewerAt = (unit: string) => ({ role: "viewer", unit, from: null, to: null });

const aTarget = (unit: string) => ({
  ...{ kind: "target", kpi: "COMPLAINTS", unit, from: "2026-01", value: 4, low: null, high: null },
});

/** A call for every line of the permissions table. A line without one fails the matrix. */
export const PROCEDURE_CALLS: Readonly<Record<string, SampleCall>> = {
  "organisation.session": { scope: "open" },
  "organisation.setUp": { scope: "open", input: () => ({ token: LONG }) },
  "organisation.leaveDemonstration": { scope: "anywhere" },
  "organisation.readInvitation": { scope: "open", input: () => ({ token: LONG }) },
  "organisation.acceptInvitation": { scope: "open", input: () => ({ token: LONG, password: "x" }) },
  "organisation.requestReset": { scope: "open", input: () => ({ email: "nobody@else.example" }) },
  "organisation.setUpProgress": { scope: "anywhere" },
  "organisation.chooseLanguage": { scope: "anywhere", input: () => ({ language: "fi" }) },
  "organisation.settings": { scope: "anywhere" },
  "organisation.changeSettings": {
    scope: "organisation",
    input: () => ({
      ...{ name: "A plant", fiscalYearStart: 1, locale: "en", timeZone: "Europe/Helsinki", entryDueDay: 11 },
      ...{ minimumCoverage: 90, approval: false, retentionYears: 10, version: 1 },
    }),
  },
  "organisation.people": { scope: "anywhere" },
  "organisation.addPerson": {
    scope: "unit",
    input: (unit) => ({ email: `${unit}@else.example`, name: "Someone", grants: [viewerAt(unit)] }),
  },
  "organisation.invite": { scope: "anywhere", input: () => person },
  "organisation.sayPersonState": { scope: "anywhere", input: () => ({ ...person, state: "suspended" }) },
  "organisation.grantRole": { scope: "unit", input: (unit) => ({ person: "viewer", grant: viewerAt(unit) }) },
  "organisation.withdrawRole": { scope: "anywhere", input: () => ({ no: 9999, version: 1 }) },
  "organisation.endRole": { scope: "anywhere", input: () => ({ no: 9999, version: 1, to: "2026-01-01" }) },
  "organisation.units": { scope: "anywhere" },
  "organisation.addUnit": {
    scope: "unit",
    input: (unit) => ({ code: `NEW-${unit}`, name: "New", kind: "branch", parent: unit, from: null }),
  },
  "organisation.describeUnit": {
    scope: "unit",
    input: (unit) => ({ unit, name: "Other", kind: "branch", version: 0 }),
  },
  "organisation.moveUnit": { scope: "unit", input: (unit) => ({ unit, parent: unit, from: "2030-01" }) },
  "organisation.endUnit": { scope: "unit", input: (unit) => ({ unit: `${unit}`, from: "0001-01" }) },
  "organisation.keys": { scope: "anywhere" },
  "organisation.createKey": { scope: "anywhere", input: () => ({ name: "k", scope: "read", days: 1 }) },
  "organisation.revokeKey": { scope: "anywhere", input: () => ({ id: "none" }) },
  "organisation.duties": { scope: "anywhere", input: () => ({}) },
  "organisation.nameDeputy": {
    scope: "anywhere",
    input: () => ({ deputy: NOBODY, from: "2026-05-01", to: "2026-05-31", reason: "" }),
  },
  "organisation.endDeputy": { scope: "anywhere", input: () => ({ id: NO_ID, version: 1 }) },
  "organisation.handOver": {
    scope: "anywhere",
    input: () => ({
      to: NOBODY,
      on: "2026-05-01",
      items: { kpis: ["COMPLAINTS"], objectives: [], actions: [] },
      reason: "",
    }),
  },
  "organisation.cancelHandOver": { scope: "anywhere", input: () => ({ id: NO_ID, version: 1 }) },
  "organisation.noticeSetting": { scope: "anywhere" },
  "organisation.changeNoticeSetting": {
    scope: "organisation",
    input: () => ({
      ...{ beforeDays: 2, onDueDay: true, lateDays: 7, mayUnsubscribe: true, quietFrom: 20, quietTo: 7 },
      version: 0,
    }),
  },
  "organisation.ownNotice": { scope: "anywhere" },
  "organisation.changeOwnNotice": {
    scope: "anywhere",
    input: () => ({ reminders: true, onStatus: true, onSignal: false, onChance: false, quiet: null, version: 0 }),
  },
  "organisation.readUnsubscribe": { scope: "open", input: () => ({ token: LONG }) },
  "organisation.unsubscribe": { scope: "open", input: () => ({ token: LONG }) },
  "organisation.jobs": { scope: "anywhere" },
  "organisation.cancelJob": { scope: "anywhere", input: () => ({ id: "none" }) },
  "organisation.restartJob": { scope: "anywhere", input: () => ({ id: "none" }) },
  "actions.list": { scope: "unit", input: (unit) => ({ unit }) },
  "actions.get": { scope: "anywhere", input: () => ({ action: "A-9999" }) },
  "actions.choices": { scope: "unit", input: (unit) => ({ unit }) },
  "actions.create": { scope: "unit", input: (unit) => ({ unit, title: "Check the doors" }) },
  "actions.change": { scope: "anywhere", input: () => ({ action: "A-9999", version: 1, progress: 5 }) },
  "actions.miss": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS", ...month }) },
  "actions.explainMiss": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", ...month, version: 0, fact: "4", whys: [], cause: "", action: null }),
  },
  "actions.sayConfidence": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", ...month, version: 0, level: 5, note: "" }),
  },
  "insight.find": { scope: "anywhere", input: () => ({ query: "a" }) },
  "insight.overview": { scope: "unit", input: (unit) => ({ unit }) },
  "insight.bowler": { scope: "unit", input: (unit) => ({ unit }) },
  "insight.kpi": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "insight.units": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "insight.byUnit": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "insight.trackRecord": { scope: "anywhere" },
  "insight.corrections": { scope: "unit", input: (unit) => ({ unit, asOf: "2026-04-20" }) },
  "insight.explain": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "insight.whatIf": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS", kind: "level", amount: 1 }) },
  "kpis.definitions": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "kpis.targetWorkshop": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", value: 3, low: null, high: null }),
  },
  "kpis.setTarget": {
    scope: "unit",
    input: (unit) => ({
      ...{ unit, kpi: "COMPLAINTS", from: NEWEST, value: 3, low: null, high: null },
      ...{ phasing: "flat", reason: "Asked for" },
    }),
  },
  "kpis.notes": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "kpis.previewPhase": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS", from: NEWEST }) },
  "kpis.beginPhase": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", from: NEWEST, reason: "New desk" }),
  },
  "kpis.withdrawPhase": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", from: NEWEST, reason: "x", version: 1 }),
  },
  "kpis.annotate": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", from: NEWEST, to: NEWEST, kind: "note", text: "x" }),
  },
  "kpis.withdrawAnnotation": {
    scope: "unit",
    input: (unit) => ({ unit, kpi: "COMPLAINTS", id: "01a2057c-8fab-7a5b-823c-9c8884133538", reason: "x" }),
  },
  "results.entry": { scope: "unit", input: (unit) => ({ unit, ...month }) },
  "results.enter": {
    scope: "unit",
    input: (unit) => ({
      ...{ unit, ...month },
      cells: [{ kpi: "COMPLAINTS", content: { kind: "value", value: 2 }, expectedRevision: 1 }],
    }),
  },
  "results.submit": { scope: "unit", input: (unit) => ({ unit, ...month }) },
  "results.history": { scope: "unit", input: (unit) => ({ unit, kpi: "COMPLAINTS" }) },
  "objectives.list": { scope: "unit", input: (unit) => ({ unit }) },
  "objectives.get": { scope: "anywhere", input: () => ({ code: "O-NONE" }) },
  "objectives.choices": { scope: "anywhere", input: () => ({ fiscalYear: 2026 }) },
  "objectives.say": {
    scope: "unit",
    input: (unit) => ({
      ...{ code: null, fiscalYear: 2026, unit, theme: "SERVICE", parent: null, owner: null, statement: "Fewer" },
      ...{ policySentence: null, plan: { what: "", resources: "", who: "", when: "", evaluation: "" }, kpis: [] },
    }),
  },
  "objectives.move": { scope: "anywhere", input: () => ({ code: "O-NONE", version: 1, to: "proposed" }) },
  "objectives.close": {
    scope: "anywhere",
    input: () => ({ code: "O-NONE", version: 1, outcome: "partly", assessment: "Half of it" }),
  },
  "objectives.carryOn": { scope: "anywhere", input: () => ({ code: "O-NONE" }) },
  "objectives.propose": {
    scope: "anywhere",
    input: () => ({ objective: "O-NONE", answers: null, kpi: null, target: null, text: "Say it plainer" }),
  },
  "objectives.settle": { scope: "anywhere", input: () => ({ id: "none", outcome: "agreed" }) },
  "objectives.acknowledge": { scope: "anywhere", input: () => ({ code: "O-NONE" }) },
  "objectives.commitments": { scope: "anywhere" },
  "objectives.sayCommitment": {
    scope: "anywhere",
    input: () => ({
      ...{ id: null, objective: "O-NONE", text: "I ask first", account: "", reviewedOn: null, withdrawn: false },
    }),
  },
  "strategy.thread": { scope: "unit", input: (unit) => ({ unit }) },
  "strategy.context": { scope: "anywhere" },
  "strategy.sayParty": { scope: "organisation", input: () => ({ code: null, name: "Riders", kind: "user" }) },
  "strategy.sayNeed": {
    scope: "unit",
    input: (unit) => ({
      ...{ code: null, unit, party: "P-0001", text: "Help", requirement: "", reviewedOn: null, objectives: [] },
    }),
  },
  "strategy.sayRisk": {
    scope: "unit",
    input: (unit) => ({
      ...{ code: null, kind: "risk", unit, text: "Doors fail", likelihood: 3, consequence: 3, treatment: "" },
      ...{ owner: null, verdict: "not_judged", verdictReason: "", objectives: [], needs: [], actions: [] },
    }),
  },
  "strategy.sayIssue": {
    scope: "unit",
    input: (unit) => ({ code: null, kind: "internal", unit, text: "People retire", reviewedOn: null }),
  },
  "strategy.withdraw": {
    scope: "anywhere",
    input: () => ({ entity: "need", code: "N-9999", version: 1, reason: "Gone" }),
  },
  ...LOOP_CALLS,
  "results.months": { scope: "unit", input: (unit) => ({ unit, ...month }) },
  "results.closeMonth": { scope: "unit", input: (unit) => ({ unit, ...month }) },
  "results.reopenMonth": { scope: "unit", input: (unit) => ({ unit, ...month, reason: "A slip" }) },
  "results.lockMonth": { scope: "unit", input: (unit) => ({ unit, month: "2025-07" }) },
  "results.completeness": { scope: "unit", input: (unit) => ({ unit, ...month }) },
  "results.waiting": { scope: "unit", input: (unit) => ({ unit }) },
  "results.decide": {
    scope: "unit",
    input: (unit) => ({ verdict: "approve", results: [{ unit, kpi: "COMPLAINTS", ...month, revision: 1 }] }),
  },
  "results.restate": {
    scope: "unit",
    input: (unit) => ({
      ...{ unit, kpi: "COMPLAINTS", ...month, reason: "Two were counted twice", expectedRevision: 1 },
      content: { kind: "value", value: 2 },
    }),
  },
  "results.deviations": { scope: "unit", input: (unit) => ({ unit }) },
  "results.acceptDeviation": {
    scope: "unit",
    input: (unit) => {
      const { kind: _, ...target } = aTarget(unit);
      return { ...target, until: "2026-02", reason: "The line is rebuilt" };
    },
  },
  "results.withdrawDeviation": {
    scope: "unit",
    input: (unit) => ({ kpi: "COMPLAINTS", unit, from: "2026-01", reason: "Done sooner" }),
  },
  "results.changes": { scope: "unit", input: (unit) => ({ unit }) },
  "results.previewChange": { scope: "unit", input: (unit) => ({ change: aTarget(unit) }) },
  "results.proposeChange": { scope: "unit", input: (unit) => ({ change: aTarget(unit), reason: "A slip" }) },
  "results.decideChange": {
    scope: "anywhere",
    input: () => ({ no: 9999, version: 1, verdict: "reject", reason: "No" }),
  },
  "reviews.list": { scope: "unit", input: (unit) => ({ unit }) },
  "reviews.get": { scope: "anywhere", input: () => ({ review: "V-9999" }) },
  "reviews.plan": {
    scope: "unit",
    input: (unit) => ({ unit, title: "Review", period: NEWEST, plannedOn: "2026-05-01" }),
  },
  "reviews.change": { scope: "anywhere", input: () => ({ review: "V-9999", version: 1, state: "running" }) },
  "reviews.note": {
    scope: "anywhere",
    input: () => ({ review: "V-9999", input: "a", version: 0, covered: true, note: "" }),
  },
  "reviews.decide": {
    scope: "unit",
    input: (unit) => ({
      ...{ review: null, unit, period: NEWEST, kpi: "COMPLAINTS", kind: "improvement", text: "Act", options: "" },
      ...{ rationale: "", owner: null, reviewOn: null, supersedes: null, actionDue: null, path: "/overview" },
    }),
  },
  "reviews.decision": { scope: "anywhere", input: () => ({ decision: "D-9999" }) },
  "snapshots.take": { scope: "unit", input: (unit) => ({ unit, period: NEWEST, label: "x" }) },
  "snapshots.list": { scope: "anywhere", input: () => ({}) },
  "snapshots.get": { scope: "anywhere", input: () => ({ id: "01a2057c-8fab-7a5b-823c-9c8884133538" }) },
  "snapshots.startExport": {
    scope: "anywhere",
    input: () => ({ snapshot: "01a2057c-8fab-7a5b-823c-9c8884133538", format: "csv" }),
  },
  "snapshots.exportState": { scope: "anywhere", input: () => ({ id: "01a2057c-8fab-4a5b-823c-9c8884133538" }) },
  "snapshots.cancelExport": { scope: "anywhere", input: () => ({ id: "01a2057c-8fab-4a5b-823c-9c8884133538" }) },
  "snapshots.compare": {
    scope: "anywhere",
    input: () => ({ id: "01a2057c-8fab-7a5b-823c-9c8884133538", with: "live" }),
  },
};
