import type { VerdictMessages } from "./verdict-messages.ts";

/** Arabic. */
export const ARABIC: VerdictMessages = {
  situations: {
    improving_will_meet: {
      sentence: "أفضل من المعتاد منذ {since} ويحقق الهدف بثبات.",
      advice: "ثبّتوا هذا التغيير وأعيدوا حساب النطاق المعتاد.",
    },
    improving_may_miss: {
      sentence: "أفضل من المعتاد منذ {since}. ما زالت بعض الأشهر دون الهدف.",
      advice: "واصلوا الخطة.",
    },
    improving_will_miss: {
      sentence: "يتحسن منذ {since} وما زال دون الهدف.",
      advice: "واصلوا الخطة أو أجّلوا الموعد.",
    },
    improving_only: {
      sentence: "أفضل من المعتاد منذ {since}.",
      advice: "ابحثوا عمّا تغيّر في {changedIn} وحافظوا عليه.",
    },
    stable_will_meet: {
      sentence: "مستقر ويحقق الهدف باطّراد.",
      advice: "لا إجراء مطلوب؛ راجعوه بوتيرة أقل.",
    },
    stable_may_miss: {
      sentence: "مستقر حول الهدف: نحو {misses} من كل 10 أشهر لا تحققه مصادفةً.",
      advice: "لا تفسّروا الأشهر المفردة؛ قلّلوا التباين.",
    },
    stable_will_miss: {
      sentence: "مستقر ودون الهدف. المتوقع {range} إلى أن تتغيّر العملية.",
      advice: "غيّروا العملية أو الهدف.",
    },
    stable_only: {
      sentence: "مستقر. المتوقع {range} إلى أن تتغيّر العملية.",
      advice: "لا إجراء مطلوب.",
    },
    worsening_will_meet: {
      sentence: "أسوأ من المعتاد منذ {since} وما زال يحقق الهدف.",
      advice: "ابحثوا الآن عمّا تغيّر في {changedIn}.",
    },
    worsening_may_miss: {
      sentence:
        "أسوأ من المعتاد منذ {months, plural, one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}، أي منذ {since}.",
      advice: "ابحثوا عمّا تغيّر في {changedIn}.",
    },
    worsening_will_miss: {
      sentence: "أسوأ من المعتاد منذ {since} ودون الهدف.",
      advice: "قرّروا: إجراء مضاد أو موارد أو هدف.",
    },
    worsening_only: {
      sentence:
        "أسوأ من المعتاد منذ {months, plural, one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}، أي منذ {since}.",
      advice: "ابحثوا عمّا تغيّر في {changedIn}.",
    },
    higher_only: {
      sentence: "أعلى من المعتاد منذ {since}.",
      advice: "ابحثوا عمّا تغيّر في {changedIn}.",
    },
    lower_only: {
      sentence: "أدنى من المعتاد منذ {since}.",
      advice: "ابحثوا عمّا تغيّر في {changedIn}.",
    },
    constant_will_meet: {
      sentence: "لا يظهر أي تباين، والهدف محقق.",
      advice: "لا إجراء مطلوب؛ راجعوه بوتيرة أقل.",
    },
    constant_will_miss: {
      sentence: "لا يظهر أي تباين، والهدف غير محقق.",
      advice: "غيّروا العملية أو الهدف.",
    },
    constant_only: {
      sentence: "لا يظهر أي تباين.",
      advice: "تأكدوا من أن كل شهر يُقاس من جديد.",
    },
    one_off: {
      sentence: "كان {judged} غير معتاد ({value})؛ ولم يتغيّر شيء آخر.",
      advice: "اعرفوا ما حدث وواصلوا الخطة.",
    },
    too_few: {
      sentence: "الأشهر أقل من أن تكفي للحكم: {count} حتى الآن.",
      advice: "انتظروا حتى تتوفر {wanted} شهرًا.",
    },
    nothing_yet: {
      sentence: "لم يُبلَّغ عن شيء بعد.",
      advice: "أدخلوا الشهر الأول.",
    },
  },
  gaps: {
    missing: "{period}: لم يُبلَّغ.",
    no_value: "{period}: لا قيمة.",
    incomplete: "{period}: غير مكتمل.",
  },
  variations: {
    improving: "يتحسن",
    worsening: "يسوء",
    one_off: "حالة مفردة",
    stable: "مستقر",
    higher: "أعلى من المعتاد",
    lower: "أدنى من المعتاد",
    too_few: "الأشهر أقل من أن تكفي للحكم",
  },
  outlooks: {
    will_meet: "سيحقق الهدف",
    may_miss: "قد لا يحقق الهدف",
    will_miss: "لن يحقق الهدف",
  },
  statuses: {
    not_due: "لم يحن موعده",
    missing: "لم يُبلَّغ",
    no_value: "لا قيمة",
    incomplete: "غير مكتمل",
    no_target: "لا هدف",
    on: "محقق للهدف",
    near: "دون الهدف بقليل",
    off: "غير محقق للهدف",
  },
  reasons: {
    worsening: "أسوأ من المعتاد منذ {since}.",
    will_miss: "لن يحقق هدفه ما لم يتغيّر شيء.",
    off_without_plan: "غير محقق للهدف ولا خطة له.",
    off_with_late_plan: "غير محقق للهدف وخطته متأخرة.",
  },
  questions: {
    onTarget: "هل نحقق الهدف؟",
    changed: "هل تغيّر شيء؟",
    willMeet: "هل سنصل إليه؟",
  },
  onTarget: {
    not_due: "لم يحن موعده",
    missing: "لم يُبلَّغ",
    no_value: "لا قيمة",
    incomplete: "غير مكتمل",
    no_target: "لا هدف",
    on: "نعم",
    near: "دونه بقليل",
    off: "لا",
  },
  against: "{figure} والهدف {target}.",
  coverage: "أُبلغ عن {reported} من {due}.",
  changed: {
    improving: {
      sentence: "نعم، نحو الأفضل",
      advice: "أفضل من المعتاد منذ {since}. والأرجح أن المستوى تغيّر في {changedIn}.",
    },
    worsening: {
      sentence: "نعم، نحو الأسوأ",
      advice: "أسوأ من المعتاد منذ {since}. والأرجح أن المستوى تغيّر في {changedIn}.",
    },
    one_off: {
      sentence: "{judged} فقط",
      advice: "كانت القيمة {value} غير معتادة؛ ولم يتغيّر شيء آخر.",
    },
    stable: {
      sentence: "لا",
      advice: "ضمن النطاق المعتاد.",
    },
    higher: {
      sentence: "نعم، ارتفع",
      advice: "أعلى من المعتاد منذ {since}. والأرجح أن المستوى تغيّر في {changedIn}.",
    },
    lower: {
      sentence: "نعم، انخفض",
      advice: "أدنى من المعتاد منذ {since}. والأرجح أن المستوى تغيّر في {changedIn}.",
    },
    too_few: {
      sentence: "الأشهر أقل من أن تكفي للحكم",
      advice: "{count} حتى الآن؛ والمطلوب {wanted}.",
    },
  },
  notATrend: "ضمن النطاق المعتاد، وليس اتجاهًا.",
  willMeet: {
    will_meet: "كل شهر معتاد يحقق الهدف.",
    may_miss: "نحو {misses} من كل 10 أشهر لا تحققه مصادفةً.",
    will_miss: "لا يحقق الهدف أي شهر معتاد.",
  },
  noOutlook: {
    sentence: "لا يمكن الجزم",
    advice: "يتطلب ذلك هدفًا و{wanted} شهرًا.",
  },
  expect: "المتوقع {range}.",
  headline: {
    none: "لا يحتاج أي مؤشر إلى قرار هذا الشهر",
    one: "مؤشر واحد يحتاج إلى قرار هذا الشهر",
    many: "{count, plural, two {مؤشران يحتاجان} few {# مؤشرات تحتاج} many {# مؤشرًا يحتاج} other {# مؤشر يحتاج}} إلى قرار هذا الشهر",
  },
  numbers: [],
  chances: {
    open: "نحو {percent}٪",
    reached: "تحقق",
    missed: "لم يعد ممكنًا",
  },
  yearEnd: {
    open: "نهاية السنة: المتوقع {median} ({range})؛ واحتمال بلوغ {target} نحو {chance}.",
    reached: "نهاية السنة: تحقق {target} بالفعل.",
    missed: "نهاية السنة: لم يعد بلوغ {target} ممكنًا.",
    noTarget: "نهاية السنة: المتوقع {median} ({range}).",
    little:
      "يستند إلى {months, plural, one {نتيجة واحدة} two {نتيجتين} few {# نتائج} many {# نتيجة} other {# نتيجة}} فقط.",
    over: "انتهت السنة عند {median}.",
    overReached: "انتهت السنة عند {median}: تحقق {target}.",
    overMissed: "انتهت السنة عند {median}: لم يتحقق {target}.",
  },
  separator: "، ",
  heard: {
    common_cause: "ضمن النطاق المعتاد",
    special_cause_improvement: "أفضل من المعتاد",
    special_cause_concern: "أسوأ من المعتاد",
    special_cause_neutral_high: "أعلى من المعتاد",
    special_cause_neutral_low: "أدنى من المعتاد",
  },
  range: {
    usual: "النطاق المعتاد {range}",
    trial: "حدود تجريبية {range}",
    none: "الأشهر أقل من أن تكفي لنطاق معتاد",
    median: "الوسيط {centre}",
    medianAndTrial: "الوسيط {centre}، حدود تجريبية {range}",
    upTo: "المعتاد حتى {high} بين الأحداث",
    newest: "النطاق المعتاد {range} في أحدث شهر",
  },
  subline: {
    onTarget: "{count} من {all} محققة للهدف",
    improving: "{count} تتحسن",
    worsening: "{count} تسوء",
    missing: "{count} لم يُبلَّغ عنها",
    incomplete: "{count} غير مكتملة",
  },
  notes: {
    widened: "الأشهر المتجاورة متشابهة؛ وقد وُسّع النطاق المعتاد لذلك.",
    narrow: "الأشهر المتجاورة متشابهة؛ وقد يكون النطاق المعتاد أضيق مما ينبغي.",
    hollow: "الأشهر المجوّفة تنقصها نتائج بعض الوحدات ولا تدخل في النطاق المعتاد.",
    difference: "تغيّر الهدف مرارًا؛ ويُقارن كل شهر بهدفه هو.",
    clipped: "يُرسم النطاق المعتاد بقدر ما يمكن أن تبلغه القيم فقط.",
  },
  season: {
    seasonal: "يتكرر نمط موسمي كل سنة (قوته {strength} من 1): يعرض الرسم الثاني الأشهر نفسها من دونه.",
    none: "لا يظهر نمط موسمي (قوته {strength} من 1 على مدى {months, plural, one {شهر واحد} two {شهرين} few {# أشهر} many {# شهرًا} other {# شهر}}).",
    title: "{title}، من دون النمط الموسمي",
  },
  charts: {
    names: {
      xmr: "قيم مفردة (XmR)",
      "p-prime": "نسبة بحسب المقام (p′)",
      "u-prime": "معدل بحسب المقام (u′)",
      p: "نسبة، المصادفة وحدها (p)",
      u: "معدل، المصادفة وحدها (u)",
      g: "بين الأحداث النادرة (g)",
      run: "تتابعات حول الوسيط",
      t: "أيام بين الأحداث (t)",
    },
    reasons: {
      chosen: "اختير هذا الرسم لهذا المؤشر.",
      single_values: "قيمة واحدة كل شهر: يتبع النطاق المعتاد مقدار اختلاف الأشهر المتجاورة.",
      even_denominators: "تقع كل المقامات ضمن 25٪ من متوسطها، فوزن الأشهر متساوٍ وتكفي القيم المفردة.",
      uneven_denominators: "تبتعد المقامات عن متوسطها بأكثر من 25٪، فلكل شهر النطاق الذي يعطيه مقامه.",
      rare_events: "أقل من حدث واحد في الشهر: ما يمضي بين الأحداث أبلغ من عدّ الأصفار والآحاد.",
      few_months: "أقل من 13 شهرًا: تُعرض التتابعات حول الوسيط، والحدود تجريبية.",
      very_skewed: "القيم شديدة الالتواء، فتُعدّ التتابعات حول الوسيط ولا تُرسم حدود.",
      hardly_varies: "لمعظم الأشهر القيمة نفسها وتُقرأ كما هي: قيم مفردة.",
      no_denominators: "يحتاج الرسم المطلوب إلى مقامات لا تتوفر لهذه الأشهر.",
      no_counts: "يحتاج الرسم المطلوب إلى أعداد صحيحة من الأحداث لا تتوفر لهذه الأشهر.",
      event_dates: "تواريخ الأحداث المفردة معروفة، فتُقيَّم الأيام الفاصلة بينها.",
    },
    notes: {
      varying: "لكل شهر النطاق الذي يعطيه مقامه؛ وتُقرأ الإشارات بالانحرافات المعيارية.",
      intervals: "في كل شهر وقع فيه حدث نقطة تبيّن ما مضى منذ الحدث السابق: الارتفاع يعني الندرة.",
      days: "لكل حدث نقطة تبيّن الأيام منذ الحدث السابق: الارتفاع يعني الندرة.",
    },
    overdispersed:
      "تتباين الأعداد {ratio} ضعف ما تعطيه المصادفة وحدها: حدود هذا الرسم أضيق مما ينبغي، فاستخدموا الرسم ذا الفتحة.",
    notOverdispersed: "تتباين الأعداد كما تعطيه المصادفة وحدها ({ratio} ضعف)، فحدود هذا الرسم صالحة.",
  },
  target: {
    atMost: "{value} على الأكثر",
    atLeast: "{value} على الأقل",
    between: "بين {low} و{high}",
  },
  monthStyle: "long",
};
