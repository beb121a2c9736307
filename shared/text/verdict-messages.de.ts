import type { VerdictMessages } from "./verdict-messages.ts";

/** German. */
export const GERMAN: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "Besser als üblich seit {since} und sicher im Ziel.",
      advice: "Die Veränderung festigen und den üblichen Bereich neu berechnen.",
    },
    improving_may_miss: {
      sentence: "Besser als üblich seit {since}. Einzelne Monate verfehlen das Ziel noch.",
      advice: "Am Plan festhalten.",
    },
    improving_will_miss: {
      sentence: "Wird seit {since} besser, liegt aber noch unter dem Anspruch des Ziels.",
      advice: "Am Plan festhalten oder den Termin verschieben.",
    },
    improving_only: {
      sentence: "Besser als üblich seit {since}.",
      advice: "Herausfinden, was sich im {changedIn} geändert hat, und es beibehalten.",
    },
    stable_will_meet: {
      sentence: "Stabil und verlässlich im Ziel.",
      advice: "Nichts zu tun; seltener hinsehen.",
    },
    stable_may_miss: {
      sentence: "Stabil um das Ziel: Etwa {misses} von 10 Monaten verfehlen es zufällig.",
      advice: "Einzelne Monate nicht erklären, sondern die Streuung verringern.",
    },
    stable_will_miss: {
      sentence: "Stabil, aber nicht im Ziel. Zu erwarten sind {range}, bis sich der Prozess ändert.",
      advice: "Den Prozess oder das Ziel ändern.",
    },
    stable_only: {
      sentence: "Stabil. Zu erwarten sind {range}, bis sich der Prozess ändert.",
      advice: "Nichts zu tun.",
    },
    worsening_will_meet: {
      sentence: "Schlechter als üblich seit {since}, noch im Ziel.",
      advice: "Jetzt herausfinden, was sich im {changedIn} geändert hat.",
    },
    worsening_may_miss: {
      sentence: "Schlechter als üblich seit {months, plural, one {# Monat} other {# Monaten}}, seit {since}.",
      advice: "Herausfinden, was sich im {changedIn} geändert hat.",
    },
    worsening_will_miss: {
      sentence: "Schlechter als üblich seit {since} und nicht im Ziel.",
      advice: "Entscheiden: Gegenmaßnahme, Mittel oder Ziel.",
    },
    worsening_only: {
      sentence: "Schlechter als üblich seit {months, plural, one {# Monat} other {# Monaten}}, seit {since}.",
      advice: "Herausfinden, was sich im {changedIn} geändert hat.",
    },
    higher_only: {
      sentence: "Höher als üblich seit {since}.",
      advice: "Herausfinden, was sich im {changedIn} geändert hat.",
    },
    lower_only: {
      sentence: "Niedriger als üblich seit {since}.",
      advice: "Herausfinden, was sich im {changedIn} geändert hat.",
    },
    constant_will_meet: {
      sentence: "Keine Schwankung erkennbar, im Ziel.",
      advice: "Nichts zu tun; seltener hinsehen.",
    },
    constant_will_miss: {
      sentence: "Keine Schwankung erkennbar, nicht im Ziel.",
      advice: "Den Prozess oder das Ziel ändern.",
    },
    constant_only: {
      sentence: "Keine Schwankung erkennbar.",
      advice: "Prüfen, ob jeder Monat neu gemessen wird.",
    },
    one_off: {
      sentence: "{judged} war ungewöhnlich ({value}); sonst hat sich nichts geändert.",
      advice: "Klären, was geschehen ist; am Plan festhalten.",
    },
    too_few: {
      sentence: "Zu wenige Monate für ein Urteil: bisher {count}.",
      advice: "Warten, bis {wanted} Monate vorliegen.",
    },
    nothing_yet: {
      sentence: "Es wurde noch nichts gemeldet.",
      advice: "Den ersten Monat eingeben.",
    },
  },
  gaps: {
    missing: "{period}: nicht gemeldet.",
    no_value: "{period}: kein Wert.",
    incomplete: "{period}: unvollständig.",
  },
  variations: {
    improving: "Wird besser",
    worsening: "Wird schlechter",
    one_off: "Einmalig",
    stable: "Stabil",
    higher: "Höher als üblich",
    lower: "Niedriger als üblich",
    too_few: "Zu wenige Monate für ein Urteil",
  },
  outlooks: {
    will_meet: "Wird erreicht",
    may_miss: "Kann verfehlt werden",
    will_miss: "Wird verfehlt",
  },
  statuses: {
    not_due: "Noch nicht fällig",
    missing: "Nicht gemeldet",
    no_value: "Kein Wert",
    incomplete: "Unvollständig",
    no_target: "Kein Ziel",
    on: "Im Ziel",
    near: "Knapp verfehlt",
    off: "Nicht im Ziel",
  },
  reasons: {
    worsening: "Schlechter als üblich seit {since}.",
    will_miss: "Wird das Ziel verfehlen, wenn sich nichts ändert.",
    off_without_plan: "Nicht im Ziel und ohne Plan.",
    off_with_late_plan: "Nicht im Ziel, und der Plan ist im Verzug.",
  },
  questions: {
    onTarget: "Sind wir im Ziel?",
    changed: "Hat sich etwas geändert?",
    willMeet: "Werden wir es erreichen?",
  },
  onTarget: {
    not_due: "Noch nicht fällig",
    missing: "Nicht gemeldet",
    no_value: "Kein Wert",
    incomplete: "Nicht vollständig",
    no_target: "Kein Ziel",
    on: "Ja",
    near: "Knapp verfehlt",
    off: "Nein",
  },
  against: "{figure} bei einem Ziel von {target}.",
  coverage: "{reported} von {due} gemeldet.",
  changed: {
    improving: {
      sentence: "Ja, zum Besseren",
      advice: "Besser als üblich seit {since}. Das Niveau hat sich am ehesten im {changedIn} geändert.",
    },
    worsening: {
      sentence: "Ja, zum Schlechteren",
      advice: "Schlechter als üblich seit {since}. Das Niveau hat sich am ehesten im {changedIn} geändert.",
    },
    one_off: {
      sentence: "Nur {judged}",
      advice: "{value} war ungewöhnlich; sonst hat sich nichts geändert.",
    },
    stable: {
      sentence: "Nein",
      advice: "Innerhalb des üblichen Bereichs.",
    },
    higher: {
      sentence: "Ja, es ist höher",
      advice: "Höher als üblich seit {since}. Das Niveau hat sich am ehesten im {changedIn} geändert.",
    },
    lower: {
      sentence: "Ja, es ist niedriger",
      advice: "Niedriger als üblich seit {since}. Das Niveau hat sich am ehesten im {changedIn} geändert.",
    },
    too_few: {
      sentence: "Zu wenige Monate für ein Urteil",
      advice: "Bisher {count}; nötig sind {wanted}.",
    },
  },
  notATrend: "Innerhalb des üblichen Bereichs. Kein Trend.",
  willMeet: {
    will_meet: "Jeder übliche Monat erreicht das Ziel.",
    may_miss: "Etwa {misses} von 10 Monaten verfehlen es zufällig.",
    will_miss: "Kein üblicher Monat erreicht das Ziel.",
  },
  noOutlook: {
    sentence: "Lässt sich nicht sagen",
    advice: "Dazu braucht es ein Ziel und {wanted} Monate.",
  },
  expect: "Zu erwarten sind {range}.",
  headline: {
    none: "Keine Kennzahl braucht diesen Monat eine Entscheidung",
    one: "Eine Kennzahl braucht diesen Monat eine Entscheidung",
    many: "{count} Kennzahlen brauchen diesen Monat eine Entscheidung",
  },
  numbers: ["Keine", "Eine", "Zwei", "Drei", "Vier", "Fünf", "Sechs", "Sieben", "Acht", "Neun", "Zehn", "Elf", "Zwölf"],
  chances: {
    open: "etwa {percent} %",
    reached: "erreicht",
    missed: "nicht mehr erreichbar",
  },
  yearEnd: {
    open: "Jahresende: {median} erwartet ({range}); die Wahrscheinlichkeit, {target} zu erreichen, liegt bei etwa {chance}.",
    reached: "Jahresende: {target} ist bereits erreicht.",
    missed: "Jahresende: {target} ist nicht mehr erreichbar.",
    noTarget: "Jahresende: {median} erwartet ({range}).",
    little: "Dahinter {months, plural, one {steht nur # Ergebnis} other {stehen nur # Ergebnisse}}.",
    over: "Das Jahr endete bei {median}.",
    overReached: "Das Jahr endete bei {median}: {target} wurde erreicht.",
    overMissed: "Das Jahr endete bei {median}: {target} wurde nicht erreicht.",
  },
  separator: ", ",
  heard: {
    common_cause: "innerhalb des üblichen Bereichs",
    special_cause_improvement: "besser als üblich",
    special_cause_concern: "schlechter als üblich",
    special_cause_neutral_high: "höher als üblich",
    special_cause_neutral_low: "niedriger als üblich",
  },
  range: {
    usual: "Üblicher Bereich {range}",
    trial: "Vorläufige Grenzen {range}",
    none: "Zu wenige Monate für einen üblichen Bereich",
    median: "Median {centre}",
    medianAndTrial: "Median {centre}, vorläufige Grenzen {range}",
    upTo: "Zwischen Ereignissen üblich bis {high}",
    newest: "Üblicher Bereich {range} im neuesten Monat",
  },
  subline: {
    onTarget: "{count} von {all} im Ziel",
    improving: "{count} werden besser",
    worsening: "{count} werden schlechter",
    missing: "{count} nicht gemeldet",
    incomplete: "{count} unvollständig",
  },
  notes: {
    widened: "Benachbarte Monate ähneln einander; der übliche Bereich wurde deshalb verbreitert.",
    narrow: "Benachbarte Monate ähneln einander; der übliche Bereich ist vielleicht zu schmal.",
    hollow: "In hohlen Monaten fehlen Ergebnisse einzelner Einheiten; sie zählen nicht zum üblichen Bereich.",
    difference: "Das Ziel hat sich mehrfach geändert; jeder Monat wird mit seinem eigenen Ziel verglichen.",
    clipped: "Der übliche Bereich ist nur so weit gezeichnet, wie Werte reichen können.",
  },
  season: {
    seasonal:
      "Jedes Jahr kehrt ein Saisonmuster wieder (Stärke {strength} von 1): Das zweite Diagramm zeigt dieselben Monate ohne Saison.",
    none: "Keine Saison erkennbar (Stärke {strength} von 1 über {months, plural, one {# Monat} other {# Monate}}).",
    title: "{title}, ohne Saison",
  },
  charts: {
    names: {
      xmr: "Einzelwerte (XmR)",
      "p-prime": "Anteil nach Nenner (p′)",
      "u-prime": "Rate nach Nenner (u′)",
      p: "Anteil, reiner Zufall (p)",
      u: "Rate, reiner Zufall (u)",
      g: "Abstand seltener Ereignisse (g)",
      run: "Läufe um den Median",
      t: "Tage zwischen Ereignissen (t)",
    },
    reasons: {
      chosen: "Dieses Diagramm wurde dafür gewählt.",
      single_values:
        "Ein Wert je Monat: Der übliche Bereich folgt daraus, wie sehr sich benachbarte Monate unterscheiden.",
      even_denominators:
        "Alle Nenner liegen höchstens 25 % von ihrem Mittel, jeder Monat wiegt also gleich viel, und Einzelwerte genügen.",
      uneven_denominators:
        "Die Nenner weichen um mehr als 25 % von ihrem Mittel ab, deshalb hat jeder Monat den üblichen Bereich seines eigenen Nenners.",
      rare_events:
        "Weniger als ein Ereignis im Monat: Der Abstand zwischen Ereignissen sagt mehr als Nullen und Einsen.",
      few_months: "Weniger als 13 Monate: gezeigt werden Läufe um den Median, und die Grenzen sind vorläufig.",
      very_skewed:
        "Die Werte sind sehr schief verteilt, deshalb werden Läufe um den Median gezählt und keine Grenzen gezeichnet.",
      hardly_varies: "Die meisten Monate haben denselben Wert und werden so gelesen: Einzelwerte.",
      no_denominators: "Das gewünschte Diagramm braucht Nenner, die diese Monate nicht haben.",
      no_counts: "Das gewünschte Diagramm braucht ganze Ereigniszahlen, die diese Monate nicht haben.",
      event_dates: "Die Tage der einzelnen Ereignisse sind bekannt, beurteilt werden die Tage dazwischen.",
    },
    notes: {
      varying:
        "Jeder Monat hat den üblichen Bereich seines eigenen Nenners; Signale werden in Standardabweichungen gelesen.",
      intervals:
        "Ein Punkt steht in jedem Monat mit einem Ereignis und zeigt, was seit dem vorigen vergangen ist: hoch ist selten.",
      days: "Ein Punkt steht für jedes Ereignis und zeigt die Tage seit dem vorigen: hoch ist selten.",
    },
    overdispersed:
      "Die Anzahlen schwanken {ratio}-mal so stark, wie der Zufall allein es täte: Die Grenzen sind zu eng, besser das Diagramm mit Strich.",
    notOverdispersed:
      "Die Anzahlen schwanken so, wie der Zufall allein es täte ({ratio}-mal), die Grenzen gelten also.",
  },
  target: {
    atMost: "höchstens {value}",
    atLeast: "mindestens {value}",
    between: "zwischen {low} und {high}",
  },
  monthStyle: "long",
};
