import { type DateText, fiscalYearOf } from "../../shared/domain/calendar.ts";
import { validUntil } from "../../shared/domain/competence.ts";
import { addMonths } from "../../shared/domain/month.ts";
import type { Role } from "../../shared/domain/permissions.ts";
import type { Writings } from "../store.ts";
import type { DemoPerson } from "./people.ts";
import type { DemoWorld } from "./world.ts";

type DemoTraining = {
  readonly title: string;
  readonly description: string;
  readonly validMonths: number | null;
  readonly role: Role | null;
  readonly competence: string;
};

/** Numbered in this order. */
const TRAININGS: readonly DemoTraining[] = [
  {
    title: "Answering complaints",
    description: "Two days at the desk: hear, answer, follow up; with calls of one's own country.",
    ...{ validMonths: null, role: "contributor", competence: "Answers a complaint within ten working days" },
  },
  {
    title: "Safe work at doors and in shafts",
    description: "One day on site and a test. Renewed every two years.",
    ...{ validMonths: 24, role: "contributor", competence: "Works safely at doors and in shafts, and stops others" },
  },
  {
    title: "Reading the months: signal and noise",
    description: "Half a day with the charts of one's own unit.",
    ...{
      validMonths: 36,
      role: "leader",
      competence: "Tells a signal from a month's chance before asking for a story",
    },
  },
];

/** The training of the desks is the action that changed nothing: its effect is judged by that action's data. */
const CARRIED_OUT_BY = "A-0002";
const number = (position: number) => `T-${String(position).padStart(4, "0")}`;
const id = (position: number) => `0190b7c4-5a10-7000-8000-${String(500_000 + position).padStart(12, "0")}`;

/** What unit managers and leaders have to know, who has learnt it, whose record has lapsed and who has none. */
export async function sayTrainings(world: DemoWorld): Promise<void> {
  const { store, last } = world;
  const event = { actor: "quality", command: "trainings-said", entity: "training", unitCode: "GROUP" };
  await store.command(event, async (writing) => {
    const actions = await writing.actions.list({ units: null, kpis: null, codes: [CARRIED_OUT_BY] });
    const year = await writing.objectives.list(fiscalYearOf(last, 1));
    const objective = year.find(({ theme, unit }) => theme === "PEOPLE" && unit === "GROUP")?.code ?? null;
    for (const [index, { title, description, validMonths, role, competence }] of TRAININGS.entries()) {
      const action = index === 0 ? (actions[0]?.code ?? null) : null;
      await writing.trainings.put({ code: null, title, unit: "GROUP", objective, action, description, validMonths });
      const need = { unit: "GROUP", role, competence, training: number(index + 1) };
      await writing.trainings.putNeed({ code: null, ...need });
    }
    await recordAll(writing, world);
  });
}

/** Every ninth has none yet. */
async function recordAll({ trainings }: Writings, { people, last }: DemoWorld): Promise<void> {
  let position = 0;
  for (const [index, { validMonths, role }] of TRAININGS.entries()) {
    for (const person of people.filter(({ grants }) => grants.some((grant) => grant.role === role))) {
      position += 1;
      if (position % 9 === 0) continue;
      const heldOn = `${addMonths(last, -monthsBack(position))}-12` as DateText;
      await trainings.record({
        ...{ id: id(position), training: number(index + 1), person: person.code, unit: unitOf(person, role) },
        ...{ heldOn, result: "passed", validTo: validUntil(heldOn, validMonths), note: "", by: "quality" },
      });
    }
  }
}

/** Every seventh too long ago, every fifth nearly so, the others within the year. */
function monthsBack(position: number): number {
  if (position % 7 === 0) return 30;
  return position % 5 === 0 ? 22 : 3 + (position % 11);
}

function unitOf({ grants }: DemoPerson, role: Role | null): string {
  return grants.find((grant) => grant.role === role)?.unit ?? "GROUP";
}
