import { openStore } from "../../db/store.ts";

/** A process that writes units without end and tells its parent of each that was acknowledged; it is killed among them. */
const [dataDir = "", auditKey = ""] = process.argv.slice(2);
const store = await openStore({ dataDir, auditKey, clock: Date.now, threads: 1 });
const { seq } = await store.audit.head();
for (let i = 0; process.connected; i += 1) {
  const units = ["a", "b", "c"].map((letter) => ({
    code: `K${seq}-${i}${letter}`,
    name: "Unit",
    kind: "branch" as const,
  }));
  await store.command({ actor: "operator", command: "tried", entity: "unit" }, (store) =>
    store.organisation.putUnits(units),
  );
  for (const { code } of units) process.send?.(code);
}
