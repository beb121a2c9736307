import type { Action, Training } from "../../db/store.ts";
import type { EffectCheck } from "../../shared/contracts/actions.ts";
import type { TrainingsView } from "../../shared/contracts/trainings.ts";
import { fiscalYearOf, monthOf } from "../../shared/domain/calendar.ts";
import { type Required, requiredOn, standingOn } from "../../shared/domain/competence.ts";
import { may, maySomewhere, unitsOf } from "../../shared/domain/permissions.ts";
import { treeOfMonth } from "../../shared/domain/tree.ts";
import { COMPETENCE_STATE, roleWord, TRAINING_RESULT, trainingsHeadline } from "../../shared/text/training-text.ts";
import type { Actor } from "../access/actor.ts";
import { isPromised } from "../judging/action-effects.ts";
import { type Place, placeOf } from "../judging/asked-place.ts";
import { namesIn } from "../judging/with-names.ts";
import { readEffects } from "./action-rows.ts";
import { grantsByPerson } from "./training-coverage.ts";

const ACTION = "edit-competence";
const ORDER = ["missing", "expired", "expiring", "valid"] as const;

/** Everything about competence at the units that the actor may read, as of a moment; what is missing first. */
export async function readTrainings(
  actor: Actor,
  { asOf }: { readonly asOf?: string | undefined },
): Promise<TrainingsView> {
  const { holder, store } = actor;
  const place = await placeOf(actor, { asOf });
  const { readings } = place;
  const readable = unitsOf(holder, "read");
  const isReadable = ({ unit }: { readonly unit: string }) => readable === "all" || readable.has(unit);
  const nameOf = await namesIn(store);
  const trainings = (await readings.trainings.list()).filter(isReadable);
  const needs = await readings.trainings.needs();
  const records = (await readings.trainings.records()).filter(isReadable);
  const standings = await standingsOf(place, { needs, records, isReadable });
  const titles = new Map((await readings.trainings.list()).map(({ code, title }) => [code, title]));
  const titleOf = (code: string) => titles.get(code) ?? code;
  const mayEdit = ({ unit }: { readonly unit: string }) => asOf === undefined && may(holder, ACTION, unit);
  const effects = await effectsOf(actor, place, trainings);
  const objectives = new Map((await readings.objectives.list(null)).map(({ code, statement }) => [code, statement]));
  const count = (state: (typeof ORDER)[number]) => standings.filter((each) => each.state === state).length;
  const unitName = (code: string) => place.named(code).name;
  return {
    headline: trainingsHeadline({
      required: standings.length,
      valid: count("valid") + count("expiring"),
      expiring: count("expiring"),
    }),
    standings: standings.map(({ person, unit, training, state, validTo }) => ({
      ...{ state, stateWord: COMPETENCE_STATE[state], validTo },
      person: { code: person, name: nameOf(person) },
      unit: { code: unit, name: unitName(unit) },
      training: { code: training, name: titleOf(training) },
    })),
    trainings: trainings.map((training) => {
      const own = standings.filter((each) => each.training === training.code);
      const valid = own.filter(({ state }) => state === "valid" || state === "expiring").length;
      const { objective } = training;
      return {
        ...training,
        ...{ unitName: unitName(training.unit), mayEdit: mayEdit(training), people: { valid, of: own.length } },
        objective: objective === null ? null : { code: objective, name: objectives.get(objective) ?? objective },
        ...effects(training),
      };
    }),
    needs: needs.filter(isReadable).map((need) => ({
      ...need,
      ...{ unitName: unitName(need.unit), roleWord: roleWord(need.role), mayEdit: mayEdit(need) },
      trainingTitle: titleOf(need.training),
    })),
    records: records.toReversed().map((record) => ({
      ...record,
      ...{ personName: nameOf(record.person), unitName: unitName(record.unit), mayEdit: mayEdit(record) },
      ...{ trainingTitle: titleOf(record.training), resultWord: TRAINING_RESULT[record.result] },
    })),
    ...(await kpisAndChoices(actor, place)),
    mayEdit: asOf === undefined && maySomewhere(holder, ACTION),
    mayFeed: asOf === undefined && may(holder, "edit-definitions", null),
  };
}

type Records = Awaited<ReturnType<Place["readings"]["trainings"]["records"]>>;
type Needs = Awaited<ReturnType<Place["readings"]["trainings"]["needs"]>>;
type Standing = { needs: Needs; records: Records; isReadable: (at: { readonly unit: string }) => boolean };

async function standingsOf({ readings, today }: Place, { needs, records, isReadable }: Standing) {
  const tree = treeOfMonth(await readings.organisation.edges(), monthOf(today));
  const required = requiredOn(needs, await grantsByPerson(readings), { tree, day: today });
  const held = Map.groupBy(records, ({ person, training }) => `${person} ${training}`);
  const standing = (each: Required) => ({
    ...each,
    ...standingOn(held.get(`${each.person} ${each.training}`) ?? [], today),
  });
  return required
    .filter(isReadable)
    .map(standing)
    .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
}

type Effect = { action: { code: string; name: string } | null; check: EffectCheck | null; checkSentence: string };

/** What the data say of the actions that carry trainings out. */
async function effectsOf(
  actor: Actor,
  place: Place,
  trainings: readonly Training[],
): Promise<(training: Training) => Effect> {
  const codes = trainings.flatMap(({ action }) => (action === null ? [] : [action]));
  const actions = codes.length === 0 ? [] : await place.readings.actions.list({ units: null, kpis: null, codes });
  const readable = actions.filter(({ unit }) => may(actor.holder, "read", unit));
  const checks = await readEffects(actor, place, readable);
  const byCode = new Map(readable.map((action) => [action.code, action]));
  return ({ action: code }) => {
    const action = code === null ? undefined : byCode.get(code);
    if (action === undefined) return { action: null, check: null, checkSentence: "No action carries it out." };
    const check = checks.get(action.code)?.check ?? null;
    return { action: { code: action.code, name: action.title }, check, checkSentence: sentenceOf(action, check) };
  };
}

function sentenceOf(action: Action, check: EffectCheck | null): string {
  if (action.verification !== null) return action.verification;
  if (check !== null) return check.sentence;
  return isPromised(action)
    ? "The data do not say yet."
    : "No expected effect was stated, so the data cannot judge it.";
}

/** KPIs that are counted from the records, and what a form may name. */
async function kpisAndChoices(
  { holder }: Actor,
  { readings, tree, today, settings }: Place,
): Promise<Pick<TrainingsView, "fed" | "choices">> {
  const definitions = await readings.kpis.definitionsOf(null);
  const kpis = (await readings.kpis.list()).flatMap(({ id, code }) => {
    const newest = definitions.get(id)?.at(-1);
    return newest === undefined ? [] : [{ code, name: newest.name, isRatio: newest.input === "ratio" }];
  });
  const fed = new Set((await readings.trainings.fedKpis()).map(({ code }) => code));
  const named = ({ code, name }: { code: string; name: string }) => ({ code, name });
  const year = fiscalYearOf(monthOf(today), settings.fiscalYearStart);
  const objectives = (await readings.objectives.list(year)).filter(({ unit }) => may(holder, "read", unit));
  const actions = (await readings.actions.list({ units: null, kpis: null })).filter(
    ({ unit, kind }) => kind === "training" && may(holder, "read", unit),
  );
  const people = new Map((await readings.people.list()).map((person) => [person.code, person.name]));
  const places = new Map(
    (await grantsByPerson(readings)).map(({ person, unit }) => [person, unit ?? tree.root ?? ""] as const),
  );
  return {
    fed: kpis.filter(({ code }) => fed.has(code)).map(named),
    choices: {
      people: [...places]
        .filter(([, unit]) => unit !== "" && may(holder, ACTION, unit))
        .map(([code, unit]) => ({ code, name: people.get(code) ?? code, unit })),
      objectives: objectives.map(({ code, statement }) => ({ code, name: statement })),
      actions: actions.map(({ code, title }) => ({ code, name: title })),
      kpis: kpis.filter(({ code, isRatio }) => isRatio && !fed.has(code)).map(named),
    },
  };
}
