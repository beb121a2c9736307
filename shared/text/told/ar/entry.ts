import type { ENTRY as ENGLISH } from "../en/entry.ts";

export const ENTRY: Record<keyof typeof ENGLISH, string> = {
  "fault.below_minimum": "{kpi}: القيمة {value} أقل من {limit}، وهو أدنى ما يمكن. صحّح الرقم.",
  "fault.above_maximum": "{kpi}: القيمة {value} أكبر من {limit}، وهو أقصى ما يمكن. صحّح الرقم.",
  "fault.negative_denominator": "{kpi}: لا يمكن القسمة على {value}. أدخل عددًا غير سالب.",
  "fault.wrong_input": "{kpi} لا يقبل هذا النوع من الأرقام. أدخل ما تطلبه خلاياه.",
  "doubt.times_higher": "القيمة {value} عشرة أضعاف المعتاد ({range}).",
  "doubt.times_lower": "القيمة {value} عُشر المعتاد ({range}).",
  "doubt.outside": "القيمة {value} خارج النطاق المعتاد ({range}).",
  "doubt.repeat":
    "القيمة {value} {months, plural, two {لشهرين متتاليين} few {لـ# أشهر متتالية} many {لـ# شهرًا متتاليًا} other {لـ# شهر متتالٍ}}: هل هي جديدة؟",
  "doubt.denominator": "المقسوم عليه {value}، أقل من نصف المعتاد ({range}).",
  notApplicable: "لا ينطبق",
  empty: "فارغ",
  nothing: "لا شيء لإدخاله لهذا الشهر",
  allSubmitted: "أُرسلت كلها: {total}",
  dueOn: "أُدخل {entered} من {total}، والموعد {day}",
  wasDueOn: "أُدخل {entered} من {total}، وكان الموعد {day}",
  toEnter: "{count} للإدخال",
  toCheck: "{count} للتحقق",
  causes:
    "{count, plural, one {واحد يحتاج إلى سبب} two {اثنان يحتاجان إلى سبب} few {# تحتاج إلى سبب} many {# تحتاج إلى سبب} other {# تحتاج إلى سبب}}",
  ready: "جاهز للإرسال",
  nothingLeft: "لم يبقَ شيء للقيام به.",
  closedOn: "أُغلق {month} في {day}. لتغيير نتيجة اطلب من المعتمِد أو مدير الجودة إعادة فتحه{names}.",
  closedBy: "أغلق {by} {month} في {day}. لتغيير نتيجة اطلب من المعتمِد أو مدير الجودة إعادة فتحه{names}.",
  lockedOn: "قُفل {month} في {day}. لتغيير نتيجة اطلب من المعتمِد أو مدير الجودة تصحيحها{names}، واذكر السبب.",
  lockedBy: "قفل {by} {month} في {day}. لتغيير نتيجة اطلب من المعتمِد أو مدير الجودة تصحيحها{names}، واذكر السبب.",
  future: "لم يبدأ {month} بعد. يمكن إدخال النتائج حين يبدأ.",
  noRight: "يمكنك قراءة هذه النتائج. لإدخالها اطلب من المسؤول دور مُدخِل البيانات هنا.",
  nothingMissing: "لا شيء ناقص.",
  stillMissing: "ما زال {count} ناقصًا.",
  nothingNew: "لا جديد لإرساله. {rest}",
  submitted:
    "{month}: {count, plural, one {أُرسلت نتيجة واحدة} two {أُرسلت نتيجتان} few {أُرسلت # نتائج} many {أُرسلت # نتيجة} other {أُرسلت # نتيجة}}. {rest}",
  notEntered: "{name} لم يُدخل.",
  "number.unreadable": "اكتبه بالأرقام.",
};
