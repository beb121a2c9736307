import type { DateText } from "../../shared/domain/calendar.ts";
import { addMonths, type Month } from "../../shared/domain/month.ts";
import type { ActionSaying } from "../store.ts";
import { CALL_TRAINING, DOOR_CAMPAIGN, SUPPLIER_CHANGE, TEN_TIMES } from "./story.ts";
import { type DemoWorld, hasUnit, idIn } from "./world.ts";
import { changeDefinition, moveBranch } from "./write-organisation.ts";
import { assignmentOf, slippedMonth } from "./write-results.ts";

type Chapter = (world: DemoWorld, month: Month) => Promise<void>;

/** What happened in a month beside its results, by its number in the story. */
const CHAPTERS: Readonly<Record<number, readonly Chapter[]>> = {
  19: [startDoorCampaign],
  21: [changeDefinition],
  22: [startCallTraining],
  24: [moveBranch],
  27: [noteSupplierChange],
  31: [flagTenTimes],
  33: [restateTenTimes],
  35: [planForFirstFix, planForPoorQuality],
};

/** Tells the chapters of a month, after its results came in. */
export async function tellMonth(world: DemoWorld, month: Month, number: number): Promise<void> {
  for (const chapter of CHAPTERS[number] ?? []) {
    world.clock.set(month, 14, 9);
    await chapter(world, month);
  }
}

const dayIn = (month: Month, day: number) => `${month}-${String(day).padStart(2, "0")}` as DateText;

const PLAIN: Omit<ActionSaying, "code" | "title" | "unit" | "kpi" | "startedOn" | "dueOn"> = {
  kind: "improvement",
  cause: "",
  owner: "leader",
  objective: null,
  state: "started",
  progress: 0,
  resources: "",
  effect: null,
  verification: null,
};

async function sayAction(world: DemoWorld, saying: ActionSaying): Promise<void> {
  const event = { actor: "leader", command: "action-said", entity: "action", unitCode: saying.unit };
  await world.store.command(event, async (writing) => {
    await writing.actions.put(saying);
  });
}

function doorCampaign(month: Month): ActionSaying {
  return {
    ...PLAIN,
    code: "A-0001",
    title: "Door campaign: new door operators and a weekly door check",
    cause: "Half of all callbacks in the area came from doors older than twelve years.",
    owner: "a1",
    unit: DOOR_CAMPAIGN.area,
    kpi: DOOR_CAMPAIGN.kpi,
    startedOn: dayIn(month, 2),
    dueOn: dayIn(addMonths(month, 8), 15),
    resources: "420 door kits, two crews a country",
    effect: { kpi: DOOR_CAMPAIGN.kpi, unit: DOOR_CAMPAIGN.area, size: -0.3, by: addMonths(month, 6) },
  };
}

async function startDoorCampaign(world: DemoWorld, month: Month): Promise<void> {
  const started = addMonths(month, 1);
  await sayAction(world, doorCampaign(started));
  const place = { kpi: idIn(world, `kpi ${DOOR_CAMPAIGN.kpi}`), unit: idIn(world, `unit ${DOOR_CAMPAIGN.area}`) };
  const event = { actor: "quality", command: "phase-begun", entity: "kpi", entityCode: DOOR_CAMPAIGN.kpi };
  await world.store.command({ ...event, unitCode: DOOR_CAMPAIGN.area }, async (writing) => {
    const by = idIn(world, "person quality");
    await writing.kpis.beginPhase({ ...place, from: started, reason: "Door campaign", by, withdrawn: false });
  });
}

function callTraining(month: Month): ActionSaying {
  return {
    ...PLAIN,
    code: "A-0002",
    kind: "training",
    title: "Train the customer desks in answering complaints",
    cause: "Answers waited for the service report.",
    owner: "a2",
    unit: CALL_TRAINING.country,
    kpi: CALL_TRAINING.kpi,
    startedOn: dayIn(month, 5),
    dueOn: dayIn(addMonths(month, 4), 28),
    resources: "Two days for each of 36 people",
    effect: { kpi: CALL_TRAINING.kpi, unit: CALL_TRAINING.country, size: 3, by: addMonths(month, 6) },
  };
}

async function startCallTraining(world: DemoWorld, month: Month): Promise<void> {
  await sayAction(world, callTraining(month));
}

async function noteSupplierChange(world: DemoWorld, month: Month): Promise<void> {
  await annotate(world, {
    id: "0190b7c4-5a10-7000-8000-000000000027",
    ...SUPPLIER_CHANGE,
    unit: SUPPLIER_CHANGE.country,
    month,
    text: "Door rollers for new equipment come from another supplier from this month on.",
  });
}

type Remark = { id: string; kpi: string; unit: string; month: Month; text: string };

async function annotate(world: DemoWorld, { id, kpi, unit, month, text }: Remark): Promise<void> {
  const event = { actor: "quality", command: "annotated", entity: "kpi", entityCode: kpi, unitCode: unit };
  await world.store.command(event, async (writing) => {
    await writing.kpis.annotate({
      ...{ id, from: month, to: month, kind: "event", text, withdrawn: false },
      kpi: idIn(world, `kpi ${kpi}`),
      unit: idIn(world, `unit ${unit}`),
      by: idIn(world, "person quality"),
    });
  });
}

/** The entry that is ten times too high was doubted at once; nobody answered. */
async function flagTenTimes(world: DemoWorld): Promise<void> {
  if (!hasUnit(world, TEN_TIMES.unit)) return;
  const place = { assignment: assignmentOf(world, TEN_TIMES.kpi, TEN_TIMES.unit), period: slippedMonth(world) };
  const event = { actor: "system", command: "result-doubted", entity: "measurement", unitCode: TEN_TIMES.unit };
  await world.store.command(event, async (writing) => {
    const [open] = await writing.results.findOpen([place]);
    const revision = open?.counting?.id;
    if (revision === undefined) return;
    await writing.results.flag([{ revision, rule: "ten_times", answer: null, answeredBy: null }]);
  });
}

/** After the lock its manager restates it with a reason, and another person approves. */
async function restateTenTimes(world: DemoWorld): Promise<void> {
  if (!hasUnit(world, TEN_TIMES.unit)) return;
  const place = { assignment: assignmentOf(world, TEN_TIMES.kpi, TEN_TIMES.unit), period: slippedMonth(world) };
  const reason = "The regional total was entered instead of the branch's own complaints.";
  const event = { entity: "measurement", entityCode: TEN_TIMES.kpi, unitCode: TEN_TIMES.unit, reason };
  const say = async (state: "submitted" | "approved", person: string) => {
    await world.store.command({ ...event, actor: person, command: `restatement-${state}` }, async (writing) => {
      const [open] = await writing.results.findOpen([place]);
      const wrong = open?.counting;
      if (open === undefined || !wrong) return;
      await writing.results.write([
        {
          ...{ ...place, kind: "number", value: null, comment: null, cause: null, state, reason, open },
          numerator: Math.round((wrong.numerator ?? 0) / 10),
          denominator: wrong.denominator,
          counts: state === "approved",
          source: "grid",
          restatement: true,
          by: idIn(world, `person ${person}`),
        },
      ]);
    });
  };
  const manager = world.people.find(({ grants }) => grants.some(({ unit }) => unit === TEN_TIMES.unit));
  if (manager === undefined) return;
  await say("submitted", manager.code);
  await say("approved", "quality");
}

/** Due twelve days before the demonstration was loaded: late on the first screen. */
async function planForFirstFix(world: DemoWorld, month: Month): Promise<void> {
  await sayAction(world, {
    ...PLAIN,
    code: "A-0003",
    kind: "corrective",
    title: "The ten most used parts in every van",
    cause: "Two in three second visits wait for a part.",
    unit: "GROUP",
    kpi: "FIRST-FIX",
    startedOn: dayIn(addMonths(month, -3), 1),
    dueOn: daysBefore(world.today, 12),
    progress: 45,
    resources: "1,900 vans",
    effect: { kpi: "FIRST-FIX", unit: "GROUP", size: 3, by: addMonths(month, 4) },
  });
}

/** It carries out what the review decided, where there was one. */
async function planForPoorQuality(world: DemoWorld, month: Month): Promise<void> {
  const decisions = await world.store.reviews.decisions({ units: null, kpis: ["COPQ"] });
  await sayAction(world, {
    ...PLAIN,
    code: "A-0004",
    title: "Weekly loss board in each factory and country",
    cause: "Most of the cost is rework that nobody books.",
    unit: "GROUP",
    kpi: "COPQ",
    startedOn: dayIn(addMonths(month, -2), 1),
    dueOn: dayIn(addMonths(month, 3), 28),
    progress: 60,
    decision: decisions.some(({ code }) => code === "D-0002") ? "D-0002" : null,
    resources: "Half a day a week for each quality manager",
    effect: { kpi: "COPQ", unit: "GROUP", size: -0.15, by: addMonths(month, 6) },
  });
}

function daysBefore(day: DateText, days: number): DateText {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10) as DateText;
}
