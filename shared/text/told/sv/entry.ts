import type { ENTRY as ENGLISH } from "../en/entry.ts";

export const ENTRY: Record<keyof typeof ENGLISH, string> = {
  "fault.below_minimum": "{kpi}: {value} är under {limit}, det minsta möjliga. Rätta talet.",
  "fault.above_maximum": "{kpi}: {value} är över {limit}, det största möjliga. Rätta talet.",
  "fault.negative_denominator": "{kpi}: det går inte att dividera med {value}. Ange ett tal som inte är negativt.",
  "fault.wrong_input": "{kpi} tar inte emot den sortens tal. Ange det som cellerna frågar efter.",
  "doubt.times_higher": "{value} är tio gånger mer än vanligt ({range}).",
  "doubt.times_lower": "{value} är tio gånger mindre än vanligt ({range}).",
  "doubt.outside": "{value} ligger utanför det vanliga intervallet ({range}).",
  "doubt.repeat": "{value} {months} månader i rad: är det nytt?",
  "doubt.denominator": "Dividerat med {value}, mindre än hälften av det vanliga ({range}).",
  notApplicable: "e/t",
  empty: "tomt",
  nothing: "Inget att fylla i för den här månaden",
  allSubmitted: "Alla {total} inskickade",
  dueOn: "{entered} av {total} ifyllda, senast {day}",
  wasDueOn: "{entered} av {total} ifyllda, skulle vara klart {day}",
  toEnter: "{count} att fylla i",
  toCheck: "{count} att kontrollera",
  causes: "{count, plural, one {# kräver en orsak} other {# kräver en orsak}}",
  ready: "klart att skicka in",
  nothingLeft: "Inget återstår att göra.",
  closedOn:
    "{month} stängdes {day}. Be godkännaren eller kvalitetschefen öppna månaden om ett resultat ska ändras{names}.",
  closedBy:
    "{month} stängdes {day} av {by}. Be godkännaren eller kvalitetschefen öppna månaden om ett resultat ska ändras{names}.",
  lockedOn: "{month} låstes {day}. Be godkännaren eller kvalitetschefen rätta resultatet{names} och ange skälet.",
  lockedBy:
    "{month} låstes {day} av {by}. Be godkännaren eller kvalitetschefen rätta resultatet{names} och ange skälet.",
  future: "{month} har inte börjat. Därefter kan resultat fyllas i.",
  noRight: "Du får läsa resultaten. Be administratören om rollen rapportör här för att fylla i dem.",
  nothingMissing: "Inget saknas.",
  stillMissing: "{count} saknas fortfarande.",
  nothingNew: "Inget nytt att skicka in. {rest}",
  submitted: "{month}: {count} resultat inskickade. {rest}",
  notEntered: "{name} är inte ifyllt.",
  "number.unreadable": "Skriv det med siffror.",
};
