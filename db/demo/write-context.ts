import { type DateText, fiscalYearOf } from "../../shared/domain/calendar.ts";
import { addMonths } from "../../shared/domain/month.ts";
import { ISSUES, NEEDS, PARTIES, RISKS } from "./context.ts";
import type { DemoWorld } from "./world.ts";

const number = (letter: string, position: number) => `${letter}-${String(position).padStart(4, "0")}`;

/** Interested parties, their needs, risks, opportunities and issues: where the strategy comes from. */
export async function sayContext({ store, first }: DemoWorld): Promise<void> {
  const event = { actor: "quality", command: "context-said", entity: "need", unitCode: "GROUP" };
  const reviewedOn = `${addMonths(first, -3)}-01` as DateText;
  await store.command(event, async ({ context }) => {
    for (const party of PARTIES) await context.putParty({ code: null, ...party });
    for (const { party, text, requirement } of NEEDS) {
      await context.putNeed({ code: null, party: number("P", party), unit: "GROUP", text, requirement, reviewedOn });
    }
    for (const { kind, text, likelihood, consequence, treatment } of RISKS) {
      const judged = { verdict: "not_judged", verdictReason: "" } as const;
      const said = { kind, text, likelihood, consequence, treatment, unit: "GROUP", owner: "leader" };
      await context.putRisk({ code: null, ...said, ...judged });
    }
    for (const issue of ISSUES) await context.putIssue({ code: null, unit: "GROUP", reviewedOn, ...issue });
    const links = RISKS.flatMap(({ needs }, index) =>
      needs.map((need) => ({ from: number("N", need), to: number("R", index + 1) })),
    );
    await context.link("need_risk", links);
  });
}

/** The objectives of a year answer needs and risks by their themes. */
export async function linkContext({ store }: DemoWorld, year: number): Promise<void> {
  const event = { actor: "leader", command: "objectives-linked", entity: "objective", unitCode: "GROUP" };
  await store.command(event, async ({ context, objectives }) => {
    const own = (await objectives.list(year)).filter(({ unit }) => unit === "GROUP");
    const answering = (themes: readonly string[], to: string) =>
      own.filter(({ theme }) => themes.includes(theme)).map(({ code }) => ({ from: code, to }));
    await context.link(
      "objective_need",
      NEEDS.flatMap(({ themes }, index) => answering(themes, number("N", index + 1))),
    );
    await context.link(
      "objective_risk",
      RISKS.flatMap(({ themes }, index) => answering(themes, number("R", index + 1))),
    );
  });
}

/** In the newest month needs and risks are looked through again, and the actions that treat a risk are named. */
export async function reviewContext({ store, last, today }: DemoWorld): Promise<void> {
  const event = { actor: "quality", command: "context-reviewed", entity: "risk", unitCode: "GROUP" };
  await store.command({ ...event, after: { fiscalYear: fiscalYearOf(last, 1) } }, async ({ context, actions }) => {
    const known = new Set((await actions.list({ units: null, kpis: null })).map(({ code }) => code));
    const treated = RISKS.flatMap(({ actions: codes }, index) =>
      codes.filter((code) => known.has(code)).map((from) => ({ from, to: number("R", index + 1) })),
    );
    await context.link("action_risk", treated);
    for (const need of await context.needs()) await context.putNeed({ ...need, reviewedOn: today });
    for (const [index, risk] of (await context.risks()).entries()) {
      const judged = RISKS[index]?.judged;
      if (judged !== undefined) await context.putRisk({ ...risk, verdict: "effective", verdictReason: judged });
    }
  });
}
