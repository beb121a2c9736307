import { fiscalYearOf } from "../../shared/domain/calendar.ts";
import type { Objective, Writings } from "../store.ts";
import type { DemoWorld } from "./world.ts";

const id = (number: number) => `0190b7c4-5a10-7000-8000-${String(number).padStart(12, "0")}`;

/** What people have taken on, in their own words. */
const COMMITMENTS = [
  {
    person: "leader",
    theme: "SAFETY",
    text: "I hold a stop-work talk in one branch each month, and start with a mistake of my own.",
    account: "Ten of ten months. In March I came late and said so.",
  },
  {
    person: "executive",
    theme: "CUSTOMER",
    text: "I call one customer a month who told us why they left.",
    account: "Eight of ten. Two calls were moved and not made up for.",
  },
  {
    person: "m1",
    theme: "RELIABILITY",
    text: "I read every repeat callback of my branch before the morning meeting.",
    account: "",
  },
  {
    person: "quality",
    theme: "IMPROVEMENT",
    text: "I close no action before its data are in.",
    account: "Held, twice against some pressure.",
  },
] as const;

/**
 * How the newest year's objectives were agreed, read and taken on, and how the years before them ended. Objectives of the
 * same theme carry each other on from year to year.
 */
export async function sayAgreement(world: DemoWorld): Promise<void> {
  const { store, last } = world;
  const year = fiscalYearOf(last, 1);
  const event = { actor: "leader", command: "objectives-agreed", entity: "objective", unitCode: "GROUP" };
  await store.command(event, async (writing) => {
    const all = (await writing.objectives.list(null)).filter(({ unit }) => unit === "GROUP");
    const present = all.filter(({ fiscalYear }) => fiscalYear === year);
    await endYears(writing, all, year);
    await agreeOnCallbacks(writing, present);
    await read(writing, present);
    await takeOn(writing, { present, world });
  });
}

async function endYears({ agreement }: Writings, all: readonly Objective[], year: number): Promise<void> {
  for (const objective of all) {
    const before = all.find((each) => each.theme === objective.theme && each.fiscalYear === objective.fiscalYear - 1);
    if (before !== undefined) await agreement.carryOn(objective.code, before.code);
    if (objective.fiscalYear === year) continue;
    const assessment = "Two of three KPIs held their targets over the whole year; what is left was carried on.";
    await agreement.close({ objective: objective.code, outcome: "partly", assessment, by: "leader" });
  }
}

async function agreeOnCallbacks({ agreement }: Writings, present: readonly Objective[]): Promise<void> {
  const reliability = present.find(({ theme }) => theme === "RELIABILITY");
  if (reliability === undefined) return;
  const step = { objective: reliability.code, kpi: "CALLBACKS" };
  const first = { ...step, id: id(101), by: "executive", answers: null, target: 1.6, text: "The board asks for it." };
  await agreement.propose({ ...first, outcome: "countered", settledBy: "leader" });
  const text = "As far as the door campaign carried the first area.";
  const second = { ...step, id: id(102), by: "leader", answers: id(101), target: 1.7, text };
  await agreement.propose({ ...second, outcome: "agreed", settledBy: "executive" });
}

async function read({ agreement }: Writings, present: readonly Objective[]): Promise<void> {
  const said = present.flatMap(({ code, version }) =>
    ["leader", "quality"].map((person) => ({ objective: code, person, revision: version })),
  );
  await agreement.acknowledge(said);
}

type Taking = { readonly present: readonly Objective[]; readonly world: DemoWorld };

async function takeOn({ agreement }: Writings, { present, world }: Taking): Promise<void> {
  const known = new Set(world.people.map(({ code }) => code));
  for (const [index, { person, theme, text, account }] of COMMITMENTS.entries()) {
    const objective = present.find((each) => each.theme === theme);
    if (objective === undefined || !known.has(person)) continue;
    const reviewedOn = account === "" ? null : world.today;
    await agreement.commit({ id: id(201 + index), person, objective: objective.code, text, account, reviewedOn });
  }
}
