import type { SNAPSHOTS as ENGLISH_SNAPSHOTS } from "../en/snapshots.ts";

export const SNAPSHOTS: Record<keyof typeof ENGLISH_SNAPSHOTS, string> = {
  "snapshots.list": "Listan över ögonblicksbilder",
  "snapshots.checkFile": "Kontrollera en fil",
  "snapshots.intro": "Frysta lägen: inget ändrar dem, och vart och ett bevisar sig med sin hash.",
  "snapshots.none": "Ingen ögonblicksbild har tagits än",
  "snapshots.noneText": "Ta en av det översikten visar: den förblir som den är, vad som än rättas senare.",
  "snapshots.snapshot": "Ögonblicksbild",
  "snapshots.asOf": "Per",
  "snapshots.by": "Av",
  "snapshots.hash": "Hash",
  "snapshots.commandLine": "Kommandorad",
  "snapshots.take": "Ta ögonblicksbild",
  "snapshots.takeTitle": "Ta en ögonblicksbild",
  "snapshots.takeNow": "{unit} i {month}, som det är känt nu. Senare rättelser lämnar den som den är.",
  "snapshots.takeThen": "{unit} i {month}, som det var känt då. Senare rättelser lämnar den som den är.",
  "snapshots.label": "Etikett",
  "snapshots.labelNeeded": "Ge ögonblicksbilden ett namn som andra känner igen den på.",
  "snapshots.freezing": "Fryser…",
};
