import type { ENTRY as ENGLISH } from "../en/entry.ts";

export const ENTRY: Record<keyof typeof ENGLISH, string> = {
  "fault.below_minimum": "{kpi}: {value} liegt unter {limit}, dem kleinsten möglichen Wert. Berichtigen Sie die Zahl.",
  "fault.above_maximum": "{kpi}: {value} liegt über {limit}, dem größten möglichen Wert. Berichtigen Sie die Zahl.",
  "fault.negative_denominator": "{kpi}: Durch {value} lässt sich nicht teilen. Geben Sie eine nicht negative Zahl ein.",
  "fault.wrong_input": "{kpi} nimmt keine Zahl dieser Art. Geben Sie ein, wonach die Felder fragen.",
  "doubt.times_higher": "{value} ist zehnmal mehr als üblich ({range}).",
  "doubt.times_lower": "{value} ist zehnmal weniger als üblich ({range}).",
  "doubt.outside": "{value} liegt außerhalb des üblichen Bereichs ({range}).",
  "doubt.repeat": "{value} seit {months} Monaten in Folge: Ist das neu?",
  "doubt.denominator": "Geteilt durch {value}, weniger als die Hälfte des Üblichen ({range}).",
  notApplicable: "k. A.",
  empty: "leer",
  nothing: "Für diesen Monat ist nichts einzutragen",
  allSubmitted: "Alle {total} eingereicht",
  dueOn: "{entered} von {total} eingetragen, fällig {day}",
  wasDueOn: "{entered} von {total} eingetragen, war fällig {day}",
  toEnter: "{count} einzutragen",
  toCheck: "{count} zu prüfen",
  causes: "{count, plural, one {# braucht eine Ursache} other {# brauchen eine Ursache}}",
  ready: "bereit zum Einreichen",
  nothingLeft: "Es ist nichts mehr zu tun.",
  closedOn:
    "{month} wurde am {day} geschlossen. Um ein Ergebnis zu ändern, bitten Sie die freigebende Person oder das Qualitätsmanagement, den Monat zu öffnen{names}.",
  closedBy:
    "{month} wurde am {day} von {by} geschlossen. Um ein Ergebnis zu ändern, bitten Sie die freigebende Person oder das Qualitätsmanagement, den Monat zu öffnen{names}.",
  lockedOn:
    "{month} wurde am {day} gesperrt. Um ein Ergebnis zu ändern, bitten Sie die freigebende Person oder das Qualitätsmanagement um eine Berichtigung{names} und nennen Sie den Grund.",
  lockedBy:
    "{month} wurde am {day} von {by} gesperrt. Um ein Ergebnis zu ändern, bitten Sie die freigebende Person oder das Qualitätsmanagement um eine Berichtigung{names} und nennen Sie den Grund.",
  future: "{month} hat noch nicht begonnen. Danach lassen sich Ergebnisse eintragen.",
  noRight:
    "Sie dürfen diese Ergebnisse lesen. Um sie einzutragen, bitten Sie Ihre Administration hier um die Rolle der Erfassung.",
  nothingMissing: "Es fehlt nichts.",
  stillMissing: "{count} fehlen noch.",
  nothingNew: "Nichts Neues einzureichen. {rest}",
  submitted: "{month}: {count, plural, one {# Ergebnis} other {# Ergebnisse}} eingereicht. {rest}",
  notEntered: "{name} ist nicht eingetragen.",
  "number.unreadable": "Schreiben Sie sie in Ziffern.",
};
