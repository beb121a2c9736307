import type { ENTRY as ENGLISH } from "../en/entry.ts";

export const ENTRY: Record<keyof typeof ENGLISH, string> = {
  "fault.below_minimum": "{kpi}: {value} on alle pienimmän mahdollisen arvon {limit}. Korjaa luku.",
  "fault.above_maximum": "{kpi}: {value} on yli suurimman mahdollisen arvon {limit}. Korjaa luku.",
  "fault.negative_denominator": "{kpi}: luvulla {value} ei voi jakaa. Anna luku, joka ei ole negatiivinen.",
  "fault.wrong_input": "{kpi} ei ota vastaan tällaista lukua. Anna se, mitä solut pyytävät.",
  "doubt.times_higher": "{value} on kymmenen kertaa tavallista enemmän ({range}).",
  "doubt.times_lower": "{value} on kymmenen kertaa tavallista vähemmän ({range}).",
  "doubt.outside": "{value} on tavanomaisen vaihteluvälin ulkopuolella ({range}).",
  "doubt.repeat": "{value} jo {months} kuukautta peräkkäin: onko se uusi?",
  "doubt.denominator": "Jakajana {value}, alle puolet tavallisesta ({range}).",
  notApplicable: "ei sov.",
  empty: "tyhjä",
  nothing: "Tältä kuukaudelta ei ole kirjattavaa",
  allSubmitted: "Kaikki {total} lähetetty",
  dueOn: "{entered}/{total} kirjattu, määräaika {day}",
  wasDueOn: "{entered}/{total} kirjattu, määräaika oli {day}",
  toEnter: "{count} kirjaamatta",
  toCheck: "{count} tarkistettava",
  causes: "{count, plural, one {# vaatii syyn} other {# vaatii syyn}}",
  ready: "valmis lähetettäväksi",
  nothingLeft: "Mitään ei ole tekemättä.",
  closedOn:
    "{month} suljettiin {day}. Jos tulosta on muutettava, pyydä hyväksyjää tai laatupäällikköä avaamaan kuukausi{names}.",
  closedBy:
    "{month} suljettiin {day}, sulkija {by}. Jos tulosta on muutettava, pyydä hyväksyjää tai laatupäällikköä avaamaan kuukausi{names}.",
  lockedOn:
    "{month} lukittiin {day}. Jos tulosta on muutettava, pyydä hyväksyjää tai laatupäällikköä oikaisemaan se{names} ja kerro syy.",
  lockedBy:
    "{month} lukittiin {day}, lukitsija {by}. Jos tulosta on muutettava, pyydä hyväksyjää tai laatupäällikköä oikaisemaan se{names} ja kerro syy.",
  future: "{month} ei ole vielä alkanut. Tuloksia voi kirjata sen alettua.",
  noRight: "Voit lukea näitä tuloksia. Jos haluat kirjata niitä, pyydä ylläpitäjältä kirjaajan roolia tähän yksikköön.",
  nothingMissing: "Mitään ei puutu.",
  stillMissing: "{count} puuttuu yhä.",
  nothingNew: "Ei uutta lähetettävää. {rest}",
  submitted: "{month}: {count, plural, one {# tulos} other {# tulosta}} lähetetty. {rest}",
  notEntered: "{name} on kirjaamatta.",
  "number.unreadable": "Kirjoita se numeroin.",
};
