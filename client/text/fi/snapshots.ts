import type { SNAPSHOTS as ENGLISH_SNAPSHOTS } from "../en/snapshots.ts";

export const SNAPSHOTS: Record<keyof typeof ENGLISH_SNAPSHOTS, string> = {
  "snapshots.list": "Tilannekuvien luettelo",
  "snapshots.checkFile": "Tarkista tiedosto",
  "snapshots.intro": "Jäädytettyjä tilanteita: mikään ei muuta niitä, ja kunkin aitouden osoittaa sen tiiviste.",
  "snapshots.none": "Tilannekuvia ei ole vielä otettu",
  "snapshots.noneText": "Ota tilannekuva yleiskuvasta: se säilyy, vaikka tietoja myöhemmin korjattaisiin.",
  "snapshots.snapshot": "Tilannekuva",
  "snapshots.asOf": "Tilanne",
  "snapshots.by": "Ottaja",
  "snapshots.hash": "Tiiviste",
  "snapshots.commandLine": "Komentorivi",
  "snapshots.take": "Ota tilannekuva",
  "snapshots.takeTitle": "Ota tilannekuva",
  "snapshots.takeNow": "{unit}, {month}, nykyisin tiedoin. Myöhemmät korjaukset eivät muuta sitä.",
  "snapshots.takeThen": "{unit}, {month}, silloisin tiedoin. Myöhemmät korjaukset eivät muuta sitä.",
  "snapshots.label": "Nimi",
  "snapshots.labelNeeded": "Anna tilannekuvalle nimi, josta muut tunnistavat sen.",
  "snapshots.freezing": "Jäädytetään…",
};
