import type { VerdictMessages } from "./verdict-messages.ts";

/** Finnish. */
export const FINNISH: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "Tavallista parempi {since} alkaen ja varmasti tavoitteessa.",
      advice: "Vakiinnuta muutos ja laske tavanomainen vaihteluväli uudelleen.",
    },
    improving_may_miss: {
      sentence: "Tavallista parempi {since} alkaen. Osa kuukausista jää yhä tavoitteesta.",
      advice: "Jatka suunnitelmaa.",
    },
    improving_will_miss: {
      sentence: "Paranee {since} alkaen mutta on yhä tavoitetta heikompi.",
      advice: "Jatka suunnitelmaa tai siirrä määräaikaa.",
    },
    improving_only: {
      sentence: "Tavallista parempi {since} alkaen.",
      advice: "Selvitä, mikä muuttui {changedIn}, ja pidä siitä kiinni.",
    },
    stable_will_meet: {
      sentence: "Tasainen ja luotettavasti tavoitteessa.",
      advice: "Ei toimenpiteitä; seuraa harvemmin.",
    },
    stable_may_miss: {
      sentence: "Tasainen tavoitteen tuntumassa: noin {misses} kuukautta kymmenestä jää tavoitteesta sattumalta.",
      advice: "Älä selitä yksittäisiä kuukausia, vaan pienennä vaihtelua.",
    },
    stable_will_miss: {
      sentence: "Tasainen ja tavoitetta heikompi. Odotettavissa {range}, kunnes prosessi muuttuu.",
      advice: "Muuta prosessia tai tavoitetta.",
    },
    stable_only: {
      sentence: "Tasainen. Odotettavissa {range}, kunnes prosessi muuttuu.",
      advice: "Ei toimenpiteitä.",
    },
    worsening_will_meet: {
      sentence: "Tavallista heikompi {since} alkaen, yhä tavoitteessa.",
      advice: "Selvitä nyt, mikä muuttui {changedIn}.",
    },
    worsening_may_miss: {
      sentence: "Tavallista heikompi jo {months, plural, one {# kuukauden} other {# kuukautta}}, {since} alkaen.",
      advice: "Selvitä, mikä muuttui {changedIn}.",
    },
    worsening_will_miss: {
      sentence: "Tavallista heikompi {since} alkaen ja tavoitetta heikompi.",
      advice: "Päätä: korjaava toimenpide, resurssit vai tavoite.",
    },
    worsening_only: {
      sentence: "Tavallista heikompi jo {months, plural, one {# kuukauden} other {# kuukautta}}, {since} alkaen.",
      advice: "Selvitä, mikä muuttui {changedIn}.",
    },
    higher_only: {
      sentence: "Tavallista korkeampi {since} alkaen.",
      advice: "Selvitä, mikä muuttui {changedIn}.",
    },
    lower_only: {
      sentence: "Tavallista matalampi {since} alkaen.",
      advice: "Selvitä, mikä muuttui {changedIn}.",
    },
    constant_will_meet: {
      sentence: "Ei havaittua vaihtelua, tavoitteessa.",
      advice: "Ei toimenpiteitä; seuraa harvemmin.",
    },
    constant_will_miss: {
      sentence: "Ei havaittua vaihtelua, tavoitetta heikompi.",
      advice: "Muuta prosessia tai tavoitetta.",
    },
    constant_only: {
      sentence: "Ei havaittua vaihtelua.",
      advice: "Tarkista, että kuukaudet mitataan aina uudelleen.",
    },
    one_off: {
      sentence: "{judged} oli poikkeuksellinen ({value}); muu ei ole muuttunut.",
      advice: "Selvitä, mitä tapahtui; jatka suunnitelmaa.",
    },
    too_few: {
      sentence: "Liian vähän kuukausia arvioon: tähän mennessä {count}.",
      advice: "Odota, että kuukausia on {wanted}.",
    },
    nothing_yet: {
      sentence: "Mitään ei ole vielä ilmoitettu.",
      advice: "Syötä ensimmäinen kuukausi.",
    },
  },
  gaps: {
    missing: "{period}: ei ilmoitettu.",
    no_value: "{period}: ei arvoa.",
    incomplete: "{period}: tiedot puutteelliset.",
  },
  variations: {
    improving: "Paranee",
    worsening: "Heikkenee",
    one_off: "Yksittäinen poikkeama",
    stable: "Tasainen",
    higher: "Tavallista korkeampi",
    lower: "Tavallista matalampi",
    too_few: "Liian vähän kuukausia arvioon",
  },
  outlooks: {
    will_meet: "Saavuttaa",
    may_miss: "Voi jäädä tavoitteesta",
    will_miss: "Jää tavoitteesta",
  },
  statuses: {
    not_due: "Ei vielä määräaika",
    missing: "Ei ilmoitettu",
    no_value: "Ei arvoa",
    incomplete: "Puutteellinen",
    no_target: "Ei tavoitetta",
    on: "Tavoitteessa",
    near: "Niukasti alle tavoitteen",
    off: "Ei tavoitteessa",
  },
  reasons: {
    worsening: "Tavallista heikompi {since} alkaen.",
    will_miss: "Jää tavoitteesta, ellei jokin muutu.",
    off_without_plan: "Ei tavoitteessa, eikä suunnitelmaa ole.",
    off_with_late_plan: "Ei tavoitteessa, ja suunnitelma on myöhässä.",
  },
  questions: {
    onTarget: "Olemmeko tavoitteessa?",
    changed: "Onko jokin muuttunut?",
    willMeet: "Pääsemmekö tavoitteeseen?",
  },
  onTarget: {
    not_due: "Ei vielä määräaika",
    missing: "Ei ilmoitettu",
    no_value: "Ei arvoa",
    incomplete: "Puutteellinen",
    no_target: "Ei tavoitetta",
    on: "Kyllä",
    near: "Niukasti alle",
    off: "Ei",
  },
  against: "{figure}, tavoite {target}.",
  coverage: "Ilmoitettu {reported}/{due}.",
  changed: {
    improving: {
      sentence: "Kyllä, parempaan",
      advice: "Tavallista parempi {since} alkaen. Taso muuttui todennäköisimmin {changedIn}.",
    },
    worsening: {
      sentence: "Kyllä, huonompaan",
      advice: "Tavallista heikompi {since} alkaen. Taso muuttui todennäköisimmin {changedIn}.",
    },
    one_off: {
      sentence: "Vain {judged}",
      advice: "{value} oli poikkeuksellinen; muu ei ole muuttunut.",
    },
    stable: {
      sentence: "Ei",
      advice: "Tavanomaisella vaihteluvälillä.",
    },
    higher: {
      sentence: "Kyllä, se on korkeampi",
      advice: "Tavallista korkeampi {since} alkaen. Taso muuttui todennäköisimmin {changedIn}.",
    },
    lower: {
      sentence: "Kyllä, se on matalampi",
      advice: "Tavallista matalampi {since} alkaen. Taso muuttui todennäköisimmin {changedIn}.",
    },
    too_few: {
      sentence: "Liian vähän kuukausia arvioon",
      advice: "Tähän mennessä {count}; tarvitaan {wanted}.",
    },
  },
  notATrend: "Tavanomaisella vaihteluvälillä. Ei suuntaus.",
  willMeet: {
    will_meet: "Jokainen tavanomainen kuukausi saavuttaa tavoitteen.",
    may_miss: "Noin {misses} kuukautta kymmenestä jää tavoitteesta sattumalta.",
    will_miss: "Yksikään tavanomainen kuukausi ei saavuta tavoitetta.",
  },
  noOutlook: {
    sentence: "Ei voida sanoa",
    advice: "Siihen tarvitaan tavoite ja {wanted} kuukautta.",
  },
  expect: "Odotettavissa {range}.",
  headline: {
    none: "Yksikään mittari ei vaadi päätöstä tässä kuussa",
    one: "Yksi mittari vaatii päätöksen tässä kuussa",
    many: "{count} mittaria vaatii päätöksen tässä kuussa",
  },
  numbers: [
    "Nolla",
    "Yksi",
    "Kaksi",
    "Kolme",
    "Neljä",
    "Viisi",
    "Kuusi",
    "Seitsemän",
    "Kahdeksan",
    "Yhdeksän",
    "Kymmenen",
  ],
  chances: {
    open: "noin {percent} %",
    reached: "saavutettu",
    missed: "ei enää saavutettavissa",
  },
  yearEnd: {
    open: "Vuoden lopussa odotetaan {median} ({range}); todennäköisyys saavuttaa tavoite {target} on noin {chance}.",
    reached: "Vuoden loppu: tavoite {target} on jo saavutettu.",
    missed: "Vuoden loppu: tavoitetta {target} ei voi enää saavuttaa.",
    noTarget: "Vuoden lopussa odotetaan {median} ({range}).",
    little: "Ennusteen takana on vain {months, plural, one {# tulos} other {# tulosta}}.",
    over: "Vuosi päättyi lukemaan {median}.",
    overReached: "Vuosi päättyi lukemaan {median}: tavoite {target} saavutettiin.",
    overMissed: "Vuosi päättyi lukemaan {median}: tavoitetta {target} ei saavutettu.",
  },
  separator: ", ",
  heard: {
    common_cause: "tavanomaisella vaihteluvälillä",
    special_cause_improvement: "tavallista parempi",
    special_cause_concern: "tavallista heikompi",
    special_cause_neutral_high: "tavallista korkeampi",
    special_cause_neutral_low: "tavallista matalampi",
  },
  range: {
    usual: "Tavanomainen vaihteluväli {range}",
    trial: "Alustavat rajat {range}",
    none: "Liian vähän kuukausia vaihteluväliin",
    median: "Mediaani {centre}",
    medianAndTrial: "Mediaani {centre}, alustavat rajat {range}",
    upTo: "Tapahtumien välillä tavallisesti enintään {high}",
    newest: "Tavanomainen vaihteluväli {range} viimeisimmässä kuussa",
  },
  subline: {
    onTarget: "{count}/{all} tavoitteessa",
    improving: "{count} paranee",
    worsening: "{count} heikkenee",
    missing: "{count} ilmoittamatta",
    incomplete: "{count} puutteellista",
  },
  notes: {
    widened: "Peräkkäiset kuukaudet muistuttavat toisiaan; vaihteluväliä on levennetty sen vuoksi.",
    narrow: "Peräkkäiset kuukaudet muistuttavat toisiaan; vaihteluväli voi olla liian kapea.",
    hollow: "Ontoista kuukausista puuttuu joidenkin yksiköiden tuloksia, eivätkä ne vaikuta vaihteluväliin.",
    difference: "Tavoite on muuttunut toistuvasti; kutakin kuukautta verrataan sen omaan tavoitteeseen.",
    clipped: "Vaihteluväli piirretään vain niin pitkälle kuin arvot voivat ulottua.",
  },
  season: {
    seasonal:
      "Sama kausivaihtelu toistuu vuosittain (voimakkuus {strength} asteikolla 0–1): toinen kuvaaja näyttää samat kuukaudet ilman sitä.",
    none: "Kausivaihtelu ei erotu (voimakkuus {strength} asteikolla 0–1, {months, plural, one {# kuukausi} other {# kuukautta}}).",
    title: "{title}, ilman kausivaihtelua",
  },
  charts: {
    names: {
      xmr: "Yksittäiset arvot (XmR)",
      "p-prime": "Osuus nimittäjän mukaan (p′)",
      "u-prime": "Suhdeluku nimittäjän mukaan (u′)",
      p: "Osuus, pelkkä sattuma (p)",
      u: "Suhdeluku, pelkkä sattuma (u)",
      g: "Harvinaisten tapahtumien välit (g)",
      run: "Jaksot mediaanin ympärillä",
      t: "Päivät tapahtumien välillä (t)",
    },
    reasons: {
      chosen: "Tämä kuvaaja on valittu mittarille.",
      single_values: "Yksi arvo kuukaudessa: vaihteluväli seuraa siitä, kuinka paljon peräkkäiset kuukaudet eroavat.",
      even_denominators:
        "Kaikki nimittäjät ovat 25 %:n sisällä keskiarvostaan, joten kuukaudet painavat yhtä paljon ja yksittäiset arvot riittävät.",
      uneven_denominators:
        "Nimittäjät poikkeavat keskiarvostaan yli 25 %, joten kullakin kuukaudella on oman nimittäjänsä mukainen vaihteluväli.",
      rare_events: "Alle yksi tapahtuma kuukaudessa: tapahtumien väli kertoo enemmän kuin nollat ja ykköset.",
      few_months: "Alle 13 kuukautta: näytetään jaksot mediaanin ympärillä, ja rajat ovat alustavia.",
      very_skewed:
        "Arvot ovat hyvin vinosti jakautuneita, joten lasketaan jaksoja mediaanin ympärillä eikä piirretä rajoja.",
      hardly_varies: "Useimmilla kuukausilla on sama arvo, ja se luetaan sellaisenaan: yksittäiset arvot.",
      no_denominators: "Pyydetty kuvaaja tarvitsee nimittäjät, joita näillä kuukausilla ei ole.",
      no_counts: "Pyydetty kuvaaja tarvitsee kokonaisia tapahtumamääriä, joita näillä kuukausilla ei ole.",
      event_dates: "Yksittäisten tapahtumien päivät tunnetaan, joten arvioidaan niiden välisiä päiviä.",
    },
    notes: {
      varying: "Kullakin kuukaudella on oman nimittäjänsä mukainen vaihteluväli; merkit luetaan keskihajontoina.",
      intervals:
        "Piste on kuukaudessa, jossa jotain tapahtui, ja näyttää mitä edellisestä on kulunut: korkea on harvinaista.",
      days: "Piste on kunkin tapahtuman kohdalla ja näyttää päivät edellisestä: korkea on harvinaista.",
    },
    overdispersed:
      "Lukumäärät vaihtelevat {ratio} kertaa sen, minkä pelkkä sattuma selittää: tämän kuvaajan rajat ovat liian kapeat, käytä pilkullista.",
    notOverdispersed:
      "Lukumäärät vaihtelevat sen verran kuin pelkkä sattuma selittää ({ratio}-kertaisesti), joten rajat pätevät.",
  },
  target: {
    atMost: "enintään {value}",
    atLeast: "vähintään {value}",
    between: "{low}–{high}",
  },
  monthStyle: "numeric",
};
