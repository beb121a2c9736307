import type { OrganisationRow, Readings } from "../../db/store.ts";
import type { DateText } from "../../shared/domain/calendar.ts";
import { decimalOfNumber } from "../../shared/domain/decimal.ts";
import { AppError } from "../../shared/domain/failures.ts";
import type { Month } from "../../shared/domain/month.ts";
import { may } from "../../shared/domain/permissions.ts";
import { ancestorsOf, childrenOf, type OrgTree, treeOfMonth } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { localeOf } from "../access/asked-language.ts";
import { asOfIn } from "../as-of.ts";
import { defaultPeriod } from "../default-period.ts";
import type { InsightSettings, NamedUnit } from "./unit-insight.ts";

/** What a view is asked for; all but the unit's rights may be left out. */
export type Asked = {
  readonly unit?: string | undefined;
  readonly period?: Month | undefined;
  /** A date (its end) or an instant. */
  readonly asOf?: string | undefined;
};

/** A unit at a month, as of a moment, that the actor may read. */
export type Place = {
  /** The records as they stood. */
  readonly readings: Readings;
  /** Milliseconds; null for now. */
  readonly asOf: number | null;
  readonly settings: InsightSettings;
  readonly organisation: OrganisationRow;
  /** The day of the question: today, or the day after an as-of date's. */
  readonly today: DateText;
  readonly period: Month;
  readonly unit: NamedUnit;
  readonly path: readonly NamedUnit[];
  readonly tree: OrgTree;
  readonly named: (code: string) => NamedUnit;
};

/** Finds unit, period and moment of a question, and refuses what the actor may not read. Rights are always today's. */
export async function placeOf(actor: Actor, asked: Asked): Promise<Place> {
  const current = await actor.store.current();
  const present = await current.organisation.find();
  if (present === null) throw new AppError("no-organisation");
  const { moment, today } = asOfIn(present.timeZone, { actor, asOf: asked.asOf });
  const readings = moment === null ? current : actor.store.at(moment);
  const organisation = await readings.organisation.find();
  if (organisation === null) throw new AppError("not-reported-then");
  const period = asked.period ?? (await defaultPeriod({ readings, organisation, today }));
  const tree = treeOfMonth(await readings.organisation.edges(), period);
  const listed = await readings.organisation.units();
  const units = new Map(listed.map(({ code, name, kind }) => [code, { code, name, kind }]));
  const code = asked.unit ?? firstReadable(actor, tree);
  const unit = code === null ? undefined : units.get(code);
  if (code === null || unit === undefined || !may(actor.holder, "read", code)) {
    throw new AppError("not-found", { what: "unit", code: asked.unit ?? "" });
  }
  const named = (of: string) => units.get(of) ?? { code: of, name: of, kind: "" };
  return {
    ...{ readings, asOf: moment, organisation, today, period, tree, unit, named },
    settings: { ...organisation, locale: localeOf(actor, organisation) },
    path: [...ancestorsOf(tree, code).reverse(), code].filter((above) => may(actor.holder, "read", above)).map(named),
  };
}

/** The first unit from the top of the tree that the actor may read. */
function firstReadable(actor: Actor, tree: OrgTree): string | null {
  const waiting = tree.root === null ? [] : [tree.root];
  for (const unit of waiting) {
    if (may(actor.holder, "read", unit)) return unit;
    waiting.push(...childrenOf(tree, unit));
  }
  return null;
}

/** How figures are judged at a place. */
export function judgingAt({ organisation, today }: Place) {
  return {
    due: { today, entryDueDay: organisation.entryDueDay },
    minimumCoverage: decimalOfNumber(organisation.minimumCoverage),
  };
}
