import type { OrganisationRow, Store } from "../../db/store.ts";
import type { SessionView, UnitNode } from "../../shared/contracts/organisation.ts";
import { monthOf } from "../../shared/domain/calendar.ts";
import { AppError } from "../../shared/domain/failures.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import { ACTIONS, isGrantInForce, maySomewhere, type Role, unitsOf } from "../../shared/domain/permissions.ts";
import { childrenOf } from "../../shared/domain/tree.ts";
import type { Actor } from "../access/actor.ts";
import { dayIn } from "../clock.ts";
import { defaultPeriod, highestOf, reportedIn } from "../default-period.ts";
import type { Service } from "../service.ts";

/** What the session is asked of. */
type Asked = Pick<Service, "store" | "mode" | "config" | "now">;
type PersonView = NonNullable<SessionView["person"]>;

/** Who is here, what they may do, and where their screens begin. Answers before sign-in too, with less. */
export async function sessionView({ store, mode, config, now }: Asked, actor: Actor | null): Promise<SessionView> {
  const organisation = await store.organisation.find();
  if (organisation === null) throw new AppError("no-organisation");
  const today = dayIn(organisation.timeZone, now());
  const units = actor === null ? [] : await unitNodes(store, actor);
  const firstPeriod = actor === null ? null : await store.organisation.firstMonth();
  const { seq } = await store.audit.head();
  return {
    mode,
    singleSignOn: config.oidc?.name ?? null,
    organisation: settingsView(organisation),
    person: actor === null ? null : personView(actor),
    units,
    unit: units[0]?.code ?? null,
    period: actor === null ? null : await defaultPeriod({ readings: store, organisation, today }),
    firstPeriod,
    lastPeriod: firstPeriod === null ? null : addMonths(monthOf(today), -1),
    today,
    dataVersion: seq,
    due: await entriesDue(store, actor),
  };
}

/** Results of the newest ended month that the person is asked for and has not given. */
async function entriesDue(store: Store, actor: Actor | null): Promise<SessionView["due"]> {
  const nothing = { entries: 0, unit: null, month: null };
  if (actor?.holder.kind !== "person") return nothing;
  const { holder, today } = actor;
  const enterable = unitsOf(holder, "enter-results");
  if (enterable === "all" || enterable.size === 0) return nothing;
  const [unit, ...others] = highestOf(holder.tree, enterable);
  if (unit === undefined) return nothing;
  const month = addMonths(monthOf(today), -1);
  const { due, reported } = await reportedIn(store, [unit, ...others], month);
  const entries = due - reported - (await draftedIn(store, enterable, month));
  return entries <= 0 ? nothing : { entries, unit, month };
}

/** Results that were entered and not submitted yet, where nothing counts already: they are no longer asked for. */
async function draftedIn(store: Store, units: ReadonlySet<string>, month: Month): Promise<number> {
  let drafts = 0;
  for (const unit of (await store.organisation.unitIds([...units])).values()) {
    const open = Map.groupBy(
      await store.results.openOfUnit({ unit, periods: [month] }),
      ({ assignment }) => assignment,
    );
    for (const revisions of open.values()) {
      if (revisions.every(({ counts, kind }) => !counts && kind === "number")) drafts += 1;
    }
  }
  return drafts;
}

function settingsView(organisation: OrganisationRow): SessionView["organisation"] {
  const { name, locale, timeZone, fiscalYearStart, entryDueDay, approval, minimumCoverage } = organisation;
  return { name, locale, timeZone, fiscalYearStart, entryDueDay, approval, minimumCoverage };
}

function personView({ person, holder, by }: Actor): PersonView {
  const grants = holder.kind === "person" ? holder.grants.filter((grant) => isGrantInForce(grant, holder.today)) : [];
  const roles = grants.map(({ role, unit, from, to }) => ({ role, unit, from, to }));
  return {
    code: by,
    name: person?.name ?? by,
    roles,
    may: ACTIONS.filter((action) => maySomewhere(holder, action)),
    language: person?.language ?? null,
    home: homeOf(roles.map(({ role }) => role)),
  };
}

/** A unit manager begins at entry, an executive at snapshots, everyone else at the overview. */
function homeOf(roles: readonly Role[]): PersonView["home"] {
  if (roles.includes("executive")) return "snapshots";
  const onlyEnters = roles.every((role) => role === "contributor" || role === "viewer");
  return onlyEnters && roles.includes("contributor") ? "entry" : "overview";
}

/** The units that the actor may read, each below its parent where that may be read too. */
async function unitNodes(store: Store, { holder }: Actor): Promise<UnitNode[]> {
  const tree = holder.kind === "person" ? holder.tree : null;
  if (tree?.root == null) return [];
  const known = new Map((await store.organisation.units()).map((unit) => [unit.code, unit]));
  const readable = unitsOf(holder, "read");
  const enterable = unitsOf(holder, "enter-results");
  const nodes: UnitNode[] = [];
  const visit = (code: string, parent: string | null, depth: number) => {
    const unit = known.get(code);
    const isShown = unit !== undefined && isAmong(readable, code);
    if (isShown) nodes.push({ ...unit, parent, depth, mayEnter: isAmong(enterable, code) });
    for (const child of childrenOf(tree, code)) {
      visit(child, isShown ? code : parent, depth + (isShown ? 1 : 0));
    }
  };
  visit(tree.root, null, 0);
  return nodes;
}

function isAmong(units: "all" | ReadonlySet<string>, code: string): boolean {
  return units === "all" || units.has(code);
}
