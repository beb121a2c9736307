import { describe, expect, test } from "vitest";
import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import {
  ACTIONS,
  type Action,
  type Holder,
  MAY,
  may,
  maySomewhere,
  ROLES,
  type Role,
  type RoleGrant,
  unitsOf,
} from "../../shared/domain/permissions.ts";
import { treeOfMonth } from "../../shared/domain/tree.ts";

const edges: [string, string | null][] = [
  ["GROUP", null],
  ["NORTH", "GROUP"],
  ["SOUTH", "GROUP"],
  ["B1", "NORTH"],
];
const tree = treeOfMonth(
  edges.map(([child, parent]) => ({ child, parent, fromMonth: ALWAYS, toMonth: null })),
  ALWAYS,
);

function holder(grants: Partial<RoleGrant>[], today = "2026-06-15"): Holder {
  const whole = grants.map((grant) => ({ role: "viewer" as Role, unit: null, from: null, to: null, ...grant }));
  return { kind: "person", grants: whole, today: today as DateText, tree };
}

describe("a grant", () => {
  test("reaches its unit and all below it, and nothing else", () => {
    const north = holder([{ role: "contributor", unit: "NORTH" }]);
    const where = ["GROUP", "NORTH", "SOUTH", "B1", null].map((unit) => may(north, "enter-results", unit));
    expect(where).toEqual([false, true, false, true, false]);
    expect(unitsOf(north, "enter-results")).toEqual(new Set(["NORTH", "B1"]));
    expect(unitsOf(north, "approve-results")).toEqual(new Set());
  });

  test("without a unit is for the whole organisation", () => {
    expect(unitsOf(holder([{}]), "read")).toBe("all");
    expect(may(holder([{}]), "read", null)).toBe(true);
  });

  test("holds from its first to its last day", () => {
    const grant = { from: "2026-06-01" as DateText, to: "2026-06-30" as DateText };
    const on = (today: string) => may(holder([grant], today), "read", "B1");
    expect(["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"].map(on)).toEqual([false, true, true, false]);
    expect(maySomewhere(holder([grant], "2026-07-01"), "read")).toBe(false);
  });

  test("stands beside others: a person may hold several", () => {
    const both = holder([{ role: "viewer" }, { role: "approver", unit: "SOUTH" }]);
    expect(may(both, "approve-results", "SOUTH")).toBe(true);
    expect(may(both, "approve-results", "NORTH")).toBe(false);
  });

  test("nobody without a grant may do anything", () => {
    expect(ACTIONS.some((action) => may(holder([]), action, "B1") || maySomewhere(holder([]), action))).toBe(false);
  });
});

describe("the roles", () => {
  const mays = (role: Role, action: Action) => MAY[role].includes(action);

  test("who enters, and who decides on what was entered", () => {
    expect(ROLES.filter((role) => mays(role, "enter-results"))).toEqual(["contributor", "approver", "quality-manager"]);
    expect(ROLES.filter((role) => mays(role, "approve-results"))).toEqual(["approver", "quality-manager"]);
    expect(ROLES.filter((role) => mays(role, "approve-restatement"))).toEqual(["approver", "quality-manager"]);
    expect(ROLES.filter((role) => mays(role, "lock-month"))).toEqual(["quality-manager"]);
  });

  test("who reads the audit log, and who manages people", () => {
    expect(ROLES.filter((role) => mays(role, "read-audit"))).toEqual(["quality-manager", "auditor", "admin"]);
    expect(ROLES.filter((role) => mays(role, "manage-people"))).toEqual(["admin"]);
    expect(ROLES.every((role) => mays(role, "read"))).toBe(true);
  });

  test("a leader freezes and decides; only an executive shares", () => {
    expect(ROLES.filter((role) => mays(role, "take-snapshot"))).toEqual(["leader", "executive", "quality-manager"]);
    expect(ROLES.filter((role) => mays(role, "share-snapshot"))).toEqual(["executive", "quality-manager"]);
    expect(mays("leader", "enter-results")).toBe(false);
  });

  test("an auditor changes nothing", () => {
    expect(MAY.auditor.filter((action) => !action.startsWith("read"))).toEqual(["export-snapshot"]);
  });

  test("the operator has every right but that of approving a restatement", () => {
    const operator: Holder = { kind: "operator" };
    expect(ACTIONS.filter((action) => !may(operator, action, null))).toEqual(["approve-restatement"]);
    expect(unitsOf(operator, "read")).toBe("all");
  });
});
