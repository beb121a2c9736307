import type { SNAPSHOTS as ENGLISH_SNAPSHOTS } from "../en/snapshots.ts";

export const SNAPSHOTS: Record<keyof typeof ENGLISH_SNAPSHOTS, string> = {
  "snapshots.list": "قائمة اللقطات",
  "snapshots.checkFile": "تحقق من ملف",
  "snapshots.intro": "حالات مجمّدة للتقدم: لا شيء يغيّرها، وكلٌّ يثبت نفسه ببصمته.",
  "snapshots.none": "لم تُؤخذ لقطة بعد",
  "snapshots.noneText": "خذ لقطة مما تعرضه النظرة العامة: تبقى كما هي مهما صُحِّح لاحقًا.",
  "snapshots.snapshot": "اللقطة",
  "snapshots.asOf": "حتى",
  "snapshots.by": "بواسطة",
  "snapshots.hash": "البصمة",
  "snapshots.commandLine": "سطر الأوامر",
  "snapshots.take": "خذ لقطة",
  "snapshots.takeTitle": "خذ لقطة",
  "snapshots.takeNow": "{unit} في {month}، كما هو معروف الآن. التصحيحات اللاحقة لا تغيّرها.",
  "snapshots.takeThen": "{unit} في {month}، كما كان معروفًا حينها. التصحيحات اللاحقة لا تغيّرها.",
  "snapshots.label": "التسمية",
  "snapshots.labelNeeded": "أعطِ اللقطة تسمية يعرفها بها الآخرون.",
  "snapshots.freezing": "جارٍ التجميد…",
};
