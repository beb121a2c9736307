import { expect, test } from "vitest";
import { describeEachDatabase } from "../support/databases.ts";

const SAID = { actor: "operator", command: "tried", entity: "organisation" };

describeEachDatabase("a command", (database) => {
  test("writes one event, and nothing when it fails", async () => {
    const store = await database.open();
    await store.command(SAID, async () => undefined);
    await expect(
      store.command(SAID, async () => {
        throw new Error("refused");
      }),
    ).rejects.toThrow("refused");
    expect((await store.audit.head()).seq).toBe(1);
  });

  test("refuses the store around it instead of waiting for ever", async () => {
    const store = await database.open();
    await expect(store.command(SAID, () => store.audit.head())).rejects.toThrow("the store that the command was given");
    await expect(store.command(SAID, () => store.command(SAID, async () => undefined))).rejects.toThrow(
      "the store that the command was given",
    );
    expect((await store.audit.head()).seq).toBe(0);
  });
});
