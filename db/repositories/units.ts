import type { Month } from "../../shared/domain/month.ts";
import { referencesTo } from "../references.ts";
import { identitiesOf, type Said, sayVersions } from "../versions.ts";
import type { Writing } from "../writing.ts";

export const UNIT_KINDS = ["group", "area", "country", "branch", "factory", "function"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export type UnitSaying = {
  readonly code: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly expectedVersion?: number;
};

/** A unit's place from a month on, until a later saying. `parent` null: it is the root, or has left the tree (`ends`). */
export type PlaceSaying = {
  readonly child: string;
  readonly fromMonth: Month;
  readonly parent: string | null;
  readonly ends?: boolean;
  /** Takes the saying of this month back, as if it had never been. */
  readonly withdrawn?: boolean;
};

/** Adds or changes units, in the order given. Their places are said apart. */
export async function sayUnits(writing: Writing, sayings: readonly UnitSaying[]): Promise<Said[]> {
  const ids = await identitiesOf(
    writing,
    "unit",
    sayings.map(({ code }) => code),
  );
  const versions = sayings.map(({ code, name, kind, expectedVersion }) => ({
    key: { unit_id: ids.get(code) ?? 0 },
    values: { name, kind },
    expectedVersion,
  }));
  return sayVersions(writing, "unit_version", versions);
}

/** Says where units stand in the tree. The rules of the tree are checked before. */
export async function sayPlaces(writing: Writing, sayings: readonly PlaceSaying[]): Promise<Said[]> {
  const units = await referencesTo(
    writing,
    "unit",
    sayings.flatMap(({ child, parent }) => [child, parent]),
  );
  const versions = sayings.map(({ child, fromMonth, parent, ends = false, withdrawn = false }) => ({
    key: { child_id: units.of(child), from_month: fromMonth },
    values: { parent_id: units.ofOptional(parent), ends: ends ? 1 : 0, withdrawn: withdrawn ? 1 : 0 } as const,
  }));
  return sayVersions(writing, "unit_edge", versions);
}
