import type { Role } from "../../shared/domain/permissions.ts";
import type { DemoUnit } from "./units.ts";

/** A person of the demonstration, named by their role alone. */
export type DemoPerson = {
  code: string;
  name: string;
  grants: { role: Role; unit: string | null }[];
  signsIn: boolean;
};

/** The seven who can sign in with one click. */
export const SIGN_IN: DemoPerson[] = [
  { code: "leader", name: "Quality leader, Group", grants: [{ role: "leader", unit: null }], signsIn: true },
  {
    code: "manager",
    name: "Unit manager, Helsinki North",
    grants: [{ role: "contributor", unit: "B-HEL-N" }],
    signsIn: true,
  },
  { code: "approver", name: "Country manager, Finland", grants: [{ role: "approver", unit: "C-FI" }], signsIn: true },
  { code: "executive", name: "Chief executive", grants: [{ role: "executive", unit: null }], signsIn: true },
  { code: "quality", name: "Quality manager", grants: [{ role: "quality-manager", unit: null }], signsIn: true },
  { code: "auditor", name: "Internal auditor", grants: [{ role: "auditor", unit: null }], signsIn: true },
  { code: "admin", name: "Administrator", grants: [{ role: "admin", unit: null }], signsIn: true },
];

/** Everyone: those who sign in, and a manager for each further unit that reports. */
export function demoPeople(units: readonly DemoUnit[]): DemoPerson[] {
  const reporting = units.filter(({ kind, code }) => (kind === "branch" || kind === "factory") && code !== "B-HEL-N");
  const managers = reporting.map(
    (unit, index): DemoPerson => ({
      code: `m${index + 1}`,
      name: `Unit manager, ${unit.name}`,
      grants: [{ role: "contributor", unit: unit.code }],
      signsIn: false,
    }),
  );
  const areas = units.filter(({ kind }) => kind === "area");
  const leaders = areas.map(
    (unit, index): DemoPerson => ({
      code: `a${index + 1}`,
      name: `Area leader, ${unit.name}`,
      grants: [{ role: "leader", unit: unit.code }],
      signsIn: false,
    }),
  );
  return [...SIGN_IN, ...leaders, ...managers];
}

/** Whose results a unit's are: the code of its manager. */
export function managersOf(people: readonly DemoPerson[]): Map<string, string> {
  const managers = new Map<string, string>();
  for (const { code, grants } of people) {
    for (const { role, unit } of grants) if (role === "contributor" && unit !== null) managers.set(unit, code);
  }
  return managers;
}
