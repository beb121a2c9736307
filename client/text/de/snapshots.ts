import type { SNAPSHOTS as ENGLISH_SNAPSHOTS } from "../en/snapshots.ts";

export const SNAPSHOTS: Record<keyof typeof ENGLISH_SNAPSHOTS, string> = {
  "snapshots.list": "Die Liste der Momentaufnahmen",
  "snapshots.checkFile": "Datei prüfen",
  "snapshots.intro": "Eingefrorene Stände: Nichts ändert sie, und jeder belegt sich durch seinen Hash.",
  "snapshots.none": "Noch wurde keine Momentaufnahme gemacht",
  "snapshots.noneText": "Machen Sie eine vom Überblick: Sie bleibt, was auch später berichtigt wird.",
  "snapshots.snapshot": "Momentaufnahme",
  "snapshots.asOf": "Stand",
  "snapshots.by": "Von",
  "snapshots.hash": "Hash",
  "snapshots.commandLine": "Befehlszeile",
  "snapshots.take": "Momentaufnahme machen",
  "snapshots.takeTitle": "Momentaufnahme machen",
  "snapshots.takeNow": "{unit} im {month}, nach heutigem Wissen. Spätere Berichtigungen lassen sie, wie sie ist.",
  "snapshots.takeThen": "{unit} im {month}, nach damaligem Wissen. Spätere Berichtigungen lassen sie, wie sie ist.",
  "snapshots.label": "Bezeichnung",
  "snapshots.labelNeeded": "Geben Sie der Momentaufnahme eine Bezeichnung, an der andere sie erkennen.",
  "snapshots.freezing": "Wird eingefroren…",
};
