import { expect, test } from "vitest";
import type { NotesView, PhasePreview } from "../../shared/contracts/kpi-notes.ts";
import type { KpiView } from "../../shared/contracts/kpi-view.ts";
import type { Client } from "../support/client.ts";
import { type DatabaseUnderTest, describeEachEngine } from "../support/databases.ts";
import { aShiftedWorld, SHIFT } from "../support/shifted-world.ts";

const place = { unit: "N-1", kpi: "SCRAP" };

async function ask<View>(client: Client, procedure: string, input: object = {}): Promise<View> {
  const answer = await client.query(procedure, { ...place, ...input });
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json.result.data;
}
const notes = (client: Client, input: object = {}) => ask<NotesView>(client, "kpis.notes", input);
const page = (client: Client, input: object = {}) => ask<KpiView>(client, "insight.kpi", input);

type Work = (world: Awaited<ReturnType<typeof aShiftedWorld>>) => Promise<void>;

const within = (database: DatabaseUnderTest) => async (work: Work) => {
  const world = await aShiftedWorld({ place: await database.place() });
  try {
    await work(world);
  } finally {
    await world.close();
  }
};

describeEachEngine("phases of a KPI", (database) => {
  const inWorld = within(database);

  test("a lasting shift proposes a split in words and makes none; since and changed in keep their months", () =>
    inWorld(async ({ quality }) => {
      const { proposal, phases } = await notes(quality);
      const { since, changedIn, segments } = await page(quality);
      expect(phases).toEqual([]);
      expect(segments).toHaveLength(1);
      expect(proposal).toMatchObject({ since, changedIn });
      expect(changedIn).toBe(SHIFT);
      expect(proposal?.sentence).toMatch(/^The level seems to have changed in Jun 2025\./);
      await quality.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "New press" });
      expect((await notes(quality)).proposal).toBeNull();
    }));

  test("the preview shows what the page will show, and warns that a concern would go", () =>
    inWorld(async ({ quality, store }) => {
      const before = await page(quality);
      const { seq } = await store.audit.head();
      const preview = await ask<PhasePreview>(quality, "kpis.previewPhase", { from: SHIFT, reason: "New press" });
      expect(preview.before).toMatchObject({ sentence: before.verdict.sentence, segments: before.segments });
      expect(preview.before.variation).toBe("worsening");
      expect((await store.audit.head()).seq).toBe(seq);
      expect(preview.effects[0]).toMatchObject({ warns: true, text: expect.stringMatching(/no longer be shown/) });
      const saved = await quality.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "New press" });
      expect(saved.status).toBe(200);
      const after = await page(quality);
      expect(after.segments).toEqual(preview.after.segments);
      expect(after.verdict.sentence).toBe(preview.after.sentence);
      expect([after.variationIcon, after.assuranceIcon]).toEqual([
        preview.after.variationIcon,
        preview.after.assuranceIcon,
      ]);
      expect(after.segments[1]).toMatchObject({ firstPeriod: SHIFT, reason: "New press" });
    }));
});

describeEachEngine("the record of phases and remarks", (database) => {
  const inWorld = within(database);

  test("a phase has author, date and reason, is taken back only with a reason, and as-of still shows it", () =>
    inWorld(async ({ quality, store, setClock, service }) => {
      await quality.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "New press" });
      const twice = await quality.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "Again" });
      expect(twice.json.error.data.code).toBe("duplicate");
      const [phase] = (await notes(quality)).phases;
      expect(phase).toMatchObject({ from: SHIFT, reason: "New press", by: "Person quality", version: 1 });
      const asOf = phase?.recordedAt;
      setClock(service.now() + 86_400_000);
      const back = { ...place, from: SHIFT, version: 1 };
      expect((await quality.mutate("kpis.withdrawPhase", { ...back, reason: " " })).status).toBe(400);
      const stale = await quality.mutate("kpis.withdrawPhase", { ...back, version: 2, reason: "Wrong machine" });
      expect(stale.json.error.data.code).toBe("stale-version");
      const preview = await ask<PhasePreview>(quality, "kpis.previewPhase", { from: SHIFT, withdraw: true });
      expect(preview.after.segments).toHaveLength(1);
      expect((await quality.mutate("kpis.withdrawPhase", { ...back, reason: "Wrong machine" })).status).toBe(200);
      expect((await notes(quality)).phases).toEqual([]);
      expect((await notes(quality, { asOf })).phases).toHaveLength(1);
      expect((await notes(quality, { asOf })).mayEditPhases).toBe(false);
      const events = await store.audit.list({ units: null, from: 1, limit: 500, entity: "kpi", entityCode: "SCRAP" });
      const told = events.map(({ command, reason }) => [command, reason]);
      expect(told).toContainEqual(["phase-begun", "New press"]);
      expect(told).toContainEqual(["phase-withdrawn", "Wrong machine"]);
      expect((await store.verify()).fault).toBeNull();
    }));

  test("a leader writes and withdraws remarks but no phases; the API lists both by code", () =>
    inWorld(async ({ person, as, quality }) => {
      await person("leader", ["leader", "NORTH"]);
      const leader = await as("leader");
      const may = await notes(leader);
      expect([may.mayAnnotate, may.mayEditPhases]).toEqual([true, false]);
      const remark = { ...place, from: SHIFT, to: SHIFT, kind: "event", text: "The press was changed" };
      const { id } = (await leader.mutate("kpis.annotate", remark)).json.result.data;
      expect((await leader.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "x" })).status).toBe(403);
      expect((await leader.mutate("kpis.annotate", { ...remark, unit: "S-1" })).status).toBe(403);
      expect((await page(leader)).annotations).toMatchObject([{ text: "The press was changed", by: "Person leader" }]);
      await quality.mutate("kpis.beginPhase", { ...place, from: SHIFT, reason: "New press" });
      const listed = await leader.get("/api/v1/kpis/SCRAP/phases?unit=NORTH");
      expect(listed.json.phases).toMatchObject([{ unit: "N-1", from: SHIFT, reason: "New press", by: "quality" }]);
      expect(listed.json.annotations).toMatchObject([{ unit: "N-1", text: "The press was changed", by: "leader" }]);
      const reason = "Said twice";
      expect((await leader.mutate("kpis.withdrawAnnotation", { ...place, id, reason })).status).toBe(200);
      expect((await page(leader)).annotations).toEqual([]);
    }));
});
