import type { DateText } from "../../shared/domain/calendar.ts";
import { ALWAYS, addMonths } from "../../shared/domain/month.ts";
import { DEFINITION_CHANGE } from "./story.ts";
import { POLICY_SENTENCES, STRATEGY, THEMES } from "./strategy.ts";
import { MOVED } from "./units.ts";
import { type DemoWorld, hasUnit, idIn } from "./world.ts";

/** The organisation with its settings, units, tree, people and their rights. */
export async function foundOrganisation(world: DemoWorld): Promise<void> {
  const { store, units, people, ids } = world;
  const event = { actor: "system", command: "organisation-founded", entity: "organisation" };
  await store.command(event, async (writing) => {
    await writing.organisation.say({
      name: "Uplift Elevators (demonstration)",
      fiscalYearStart: 1,
      locale: "en-GB",
      timeZone: "Europe/Helsinki",
      entryDueDay: 6,
      minimumCoverage: 90,
      approval: false,
      retentionYears: 10,
    });
    const unitIds = await writing.organisation.putUnits(units.map(({ code, name, kind }) => ({ code, name, kind })));
    for (const [code, id] of unitIds) ids.set(`unit ${code}`, id);
    await writing.organisation.setEdges(
      units.map(({ code, parent }) => ({ child: code, parent, from: ALWAYS, ends: false, withdrawn: false })),
    );
    for (const { code, name, grants, signsIn } of people) {
      const email = signsIn ? `${code}@demo.invalid` : null;
      const person = await writing.people.add({ name, email, code });
      ids.set(`person ${code}`, person.id);
      for (const { role, unit } of grants) await writing.people.grant(person.id, { role, unit, from: null, to: null });
    }
  });
}

/** The policy with its sentences, the strategy of four years and its themes. */
export async function sayStrategy({ store, first, last }: DemoWorld): Promise<void> {
  const event = { actor: "quality", command: "strategy-said", entity: "strategy", entityCode: STRATEGY.code };
  await store.command(event, async (writing) => {
    await writing.strategy.sayPolicy({
      validFrom: `${addMonths(first, -3)}-01` as DateText,
      text: POLICY_SENTENCES.join(" "),
      approvedBy: "executive",
      sentences: POLICY_SENTENCES,
    });
    const fromYear = Number(first.slice(0, 4));
    const toYear = Math.max(fromYear + 3, Number(last.slice(0, 4)));
    await writing.strategy.putStrategies([{ ...STRATEGY, fromYear, toYear }]);
    await writing.strategy.putThemes(
      THEMES.map(({ code, name, goal }, index) => ({
        code,
        name,
        strategy: STRATEGY.code,
        longTermGoal: goal,
        position: index + 1,
      })),
    );
  });
}

/** A branch moves between countries of its area; history stays where it was. */
export async function moveBranch(world: DemoWorld): Promise<void> {
  if (!hasUnit(world, MOVED.unit)) return;
  const from = addMonths(world.last, MOVED.month - 36);
  const event = {
    actor: "quality",
    command: "unit-moved",
    entity: "unit",
    entityCode: MOVED.unit,
    unitCode: MOVED.unit,
  };
  await world.store.command(event, async (writing) => {
    await writing.organisation.setEdges([{ child: MOVED.unit, parent: MOVED.to, from, ends: false, withdrawn: false }]);
  });
}

/** From one month on complaints by telephone count too: another number, so that limits begin anew. */
export async function changeDefinition(world: DemoWorld): Promise<void> {
  const { store, last } = world;
  const validFrom = addMonths(last, DEFINITION_CHANGE.month - 36);
  const id = idIn(world, `kpi ${DEFINITION_CHANGE.kpi}`);
  const event = { actor: "quality", command: "kpi-defined", entity: "kpi", entityCode: DEFINITION_CHANGE.kpi };
  const reason = "Complaints by telephone count too, as the new standard of the desks asks.";
  await store.command({ ...event, reason }, async (writing) => {
    const [before] = (await writing.kpis.definitionsOf([id])).get(id) ?? [];
    if (before === undefined) return;
    const { n: _n, version: _version, ...definition } = before;
    await writing.kpis.define([
      { kpi: id, definition: { ...definition, validFrom, exclusions: "Complaints by telephone count from now on" } },
    ]);
  });
}
