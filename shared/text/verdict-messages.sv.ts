import type { VerdictMessages } from "./verdict-messages.ts";

/** Swedish. */
export const SWEDISH: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "Bättre än vanligt sedan {since} och säkert på målet.",
      advice: "Säkra förändringen och räkna om det vanliga intervallet.",
    },
    improving_may_miss: {
      sentence: "Bättre än vanligt sedan {since}. Vissa månader missar fortfarande målet.",
      advice: "Håll fast vid planen.",
    },
    improving_will_miss: {
      sentence: "Blir bättre sedan {since} men når ännu inte målet.",
      advice: "Håll fast vid planen eller flytta datumet.",
    },
    improving_only: {
      sentence: "Bättre än vanligt sedan {since}.",
      advice: "Ta reda på vad som ändrades i {changedIn} och behåll det.",
    },
    stable_will_meet: {
      sentence: "Stabilt och tillförlitligt på målet.",
      advice: "Ingen åtgärd; följ upp mer sällan.",
    },
    stable_may_miss: {
      sentence: "Stabilt kring målet: omkring {misses} av 10 månader missar det av en slump.",
      advice: "Förklara inte enstaka månader; minska spridningen.",
    },
    stable_will_miss: {
      sentence: "Stabilt men når inte målet. Räkna med {range} tills processen ändras.",
      advice: "Ändra processen eller målet.",
    },
    stable_only: {
      sentence: "Stabilt. Räkna med {range} tills processen ändras.",
      advice: "Ingen åtgärd.",
    },
    worsening_will_meet: {
      sentence: "Sämre än vanligt sedan {since}, fortfarande på målet.",
      advice: "Ta nu reda på vad som ändrades i {changedIn}.",
    },
    worsening_may_miss: {
      sentence: "Sämre än vanligt i {months, plural, one {# månad} other {# månader}}, sedan {since}.",
      advice: "Ta reda på vad som ändrades i {changedIn}.",
    },
    worsening_will_miss: {
      sentence: "Sämre än vanligt sedan {since} och når inte målet.",
      advice: "Besluta: motåtgärd, resurser eller mål.",
    },
    worsening_only: {
      sentence: "Sämre än vanligt i {months, plural, one {# månad} other {# månader}}, sedan {since}.",
      advice: "Ta reda på vad som ändrades i {changedIn}.",
    },
    higher_only: {
      sentence: "Högre än vanligt sedan {since}.",
      advice: "Ta reda på vad som ändrades i {changedIn}.",
    },
    lower_only: {
      sentence: "Lägre än vanligt sedan {since}.",
      advice: "Ta reda på vad som ändrades i {changedIn}.",
    },
    constant_will_meet: {
      sentence: "Ingen variation syns, på målet.",
      advice: "Ingen åtgärd; följ upp mer sällan.",
    },
    constant_will_miss: {
      sentence: "Ingen variation syns, når inte målet.",
      advice: "Ändra processen eller målet.",
    },
    constant_only: {
      sentence: "Ingen variation syns.",
      advice: "Kontrollera att varje månad mäts på nytt.",
    },
    one_off: {
      sentence: "{judged} var ovanlig ({value}); i övrigt har inget ändrats.",
      advice: "Ta reda på vad som hände; håll fast vid planen.",
    },
    too_few: {
      sentence: "För få månader att bedöma: hittills {count}.",
      advice: "Vänta tills det finns {wanted} månader.",
    },
    nothing_yet: {
      sentence: "Inget har rapporterats ännu.",
      advice: "Mata in den första månaden.",
    },
  },
  gaps: {
    missing: "{period}: inte rapporterad.",
    no_value: "{period}: inget värde.",
    incomplete: "{period}: ofullständig.",
  },
  variations: {
    improving: "Blir bättre",
    worsening: "Blir sämre",
    one_off: "Enstaka avvikelse",
    stable: "Stabil",
    higher: "Högre än vanligt",
    lower: "Lägre än vanligt",
    too_few: "För få månader att bedöma",
  },
  outlooks: {
    will_meet: "Når målet",
    may_miss: "Kan missa målet",
    will_miss: "Missar målet",
  },
  statuses: {
    not_due: "Ännu inte aktuell",
    missing: "Inte rapporterad",
    no_value: "Inget värde",
    incomplete: "Ofullständig",
    no_target: "Inget mål",
    on: "På målet",
    near: "Strax under målet",
    off: "Når inte målet",
  },
  reasons: {
    worsening: "Sämre än vanligt sedan {since}.",
    will_miss: "Kommer att missa målet om inget ändras.",
    off_without_plan: "Når inte målet och saknar plan.",
    off_with_late_plan: "Når inte målet och planen är försenad.",
  },
  questions: {
    onTarget: "Är vi på målet?",
    changed: "Har något ändrats?",
    willMeet: "Kommer vi att nå dit?",
  },
  onTarget: {
    not_due: "Ännu inte aktuell",
    missing: "Inte rapporterad",
    no_value: "Inget värde",
    incomplete: "Inte fullständig",
    no_target: "Inget mål",
    on: "Ja",
    near: "Strax under",
    off: "Nej",
  },
  against: "{figure} mot målet {target}.",
  coverage: "{reported} av {due} rapporterade.",
  changed: {
    improving: {
      sentence: "Ja, till det bättre",
      advice: "Bättre än vanligt sedan {since}. Nivån ändrades troligast i {changedIn}.",
    },
    worsening: {
      sentence: "Ja, till det sämre",
      advice: "Sämre än vanligt sedan {since}. Nivån ändrades troligast i {changedIn}.",
    },
    one_off: {
      sentence: "Bara {judged}",
      advice: "{value} var ovanligt; i övrigt har inget ändrats.",
    },
    stable: {
      sentence: "Nej",
      advice: "Inom det vanliga intervallet.",
    },
    higher: {
      sentence: "Ja, det är högre",
      advice: "Högre än vanligt sedan {since}. Nivån ändrades troligast i {changedIn}.",
    },
    lower: {
      sentence: "Ja, det är lägre",
      advice: "Lägre än vanligt sedan {since}. Nivån ändrades troligast i {changedIn}.",
    },
    too_few: {
      sentence: "För få månader att bedöma",
      advice: "Hittills {count}; det behövs {wanted}.",
    },
  },
  notATrend: "Inom det vanliga intervallet. Ingen trend.",
  willMeet: {
    will_meet: "Varje vanlig månad når målet.",
    may_miss: "Omkring {misses} av 10 månader missar det av en slump.",
    will_miss: "Ingen vanlig månad når målet.",
  },
  noOutlook: {
    sentence: "Går inte att säga",
    advice: "Det krävs ett mål och {wanted} månader.",
  },
  expect: "Räkna med {range}.",
  headline: {
    none: "Inget nyckeltal kräver beslut den här månaden",
    one: "Ett nyckeltal kräver beslut den här månaden",
    many: "{count} nyckeltal kräver beslut den här månaden",
  },
  numbers: ["Inget", "Ett", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio", "Elva", "Tolv"],
  chances: {
    open: "omkring {percent} %",
    reached: "uppnått",
    missed: "går inte längre att nå",
  },
  yearEnd: {
    open: "Årets slut: {median} väntas ({range}); sannolikheten att nå {target} är omkring {chance}.",
    reached: "Årets slut: {target} är redan uppnått.",
    missed: "Årets slut: {target} går inte längre att nå.",
    noTarget: "Årets slut: {median} väntas ({range}).",
    little: "Bakom prognosen finns bara {months, plural, one {# resultat} other {# resultat}}.",
    over: "Året slutade på {median}.",
    overReached: "Året slutade på {median}: {target} uppnåddes.",
    overMissed: "Året slutade på {median}: {target} uppnåddes inte.",
  },
  separator: ", ",
  heard: {
    common_cause: "inom det vanliga intervallet",
    special_cause_improvement: "bättre än vanligt",
    special_cause_concern: "sämre än vanligt",
    special_cause_neutral_high: "högre än vanligt",
    special_cause_neutral_low: "lägre än vanligt",
  },
  range: {
    usual: "Vanligt intervall {range}",
    trial: "Preliminära gränser {range}",
    none: "För få månader för ett vanligt intervall",
    median: "Median {centre}",
    medianAndTrial: "Median {centre}, preliminära gränser {range}",
    upTo: "Vanligen upp till {high} mellan händelser",
    newest: "Vanligt intervall {range} i den senaste månaden",
  },
  subline: {
    onTarget: "{count} av {all} på målet",
    improving: "{count} blir bättre",
    worsening: "{count} blir sämre",
    missing: "{count} inte rapporterade",
    incomplete: "{count} ofullständiga",
  },
  notes: {
    widened: "Närliggande månader liknar varandra; det vanliga intervallet har därför vidgats.",
    narrow: "Närliggande månader liknar varandra; det vanliga intervallet kan vara för smalt.",
    hollow: "I ihåliga månader saknas resultat från vissa enheter; de ingår inte i det vanliga intervallet.",
    difference: "Målet har ändrats flera gånger; varje månad jämförs med sitt eget mål.",
    clipped: "Det vanliga intervallet ritas bara så långt som värden kan nå.",
  },
  season: {
    seasonal:
      "Ett säsongsmönster återkommer varje år (styrka {strength} av 1): det andra diagrammet visar samma månader utan säsong.",
    none: "Ingen säsong framträder (styrka {strength} av 1 över {months, plural, one {# månad} other {# månader}}).",
    title: "{title}, utan säsong",
  },
  charts: {
    names: {
      xmr: "Enskilda värden (XmR)",
      "p-prime": "Andel efter nämnare (p′)",
      "u-prime": "Tal per enhet efter nämnare (u′)",
      p: "Andel, enbart slump (p)",
      u: "Tal per enhet, enbart slump (u)",
      g: "Mellan sällsynta händelser (g)",
      run: "Sviter kring medianen",
      t: "Dagar mellan händelser (t)",
    },
    reasons: {
      chosen: "Det här diagrammet valdes.",
      single_values: "Ett värde per månad: intervallet följer av hur mycket närliggande månader skiljer sig åt.",
      even_denominators:
        "Alla nämnare ligger inom 25 % från sitt medelvärde, så varje månad väger lika och enskilda värden räcker.",
      uneven_denominators:
        "Nämnarna avviker mer än 25 % från sitt medelvärde, så varje månad får det intervall som dess egen nämnare ger.",
      rare_events: "Färre än en händelse i månaden: tiden mellan händelser säger mer än nollor och ettor.",
      few_months: "Färre än 13 månader: sviter kring medianen visas och gränserna är preliminära.",
      very_skewed: "Värdena är mycket sneda, så sviter kring medianen räknas och inga gränser ritas.",
      hardly_varies: "De flesta månader har samma värde och läses så: enskilda värden.",
      no_denominators: "Det önskade diagrammet kräver nämnare, som dessa månader saknar.",
      no_counts: "Det önskade diagrammet kräver hela antal händelser, som dessa månader saknar.",
      event_dates: "Datum för enskilda händelser är kända, så dagarna mellan dem bedöms.",
    },
    notes: {
      varying: "Varje månad har det intervall som dess egen nämnare ger; signaler läses i standardavvikelser.",
      intervals:
        "En punkt står i varje månad med en händelse och visar vad som gått sedan den förra: högt är sällsynt.",
      days: "En punkt står för varje händelse och visar dagarna sedan den förra: högt är sällsynt.",
    },
    overdispersed:
      "Antalen varierar {ratio} gånger så mycket som enbart slumpen ger: gränserna är för snäva, använd diagrammet med prim.",
    notOverdispersed: "Antalen varierar som enbart slumpen ger ({ratio} gånger), så gränserna gäller.",
  },
  target: {
    atMost: "högst {value}",
    atLeast: "minst {value}",
    between: "mellan {low} och {high}",
  },
  monthStyle: "long",
};
