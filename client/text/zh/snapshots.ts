import type { SNAPSHOTS as ENGLISH_SNAPSHOTS } from "../en/snapshots.ts";

export const SNAPSHOTS: Record<keyof typeof ENGLISH_SNAPSHOTS, string> = {
  "snapshots.list": "快照列表",
  "snapshots.checkFile": "校验文件",
  "snapshots.intro": "冻结的进展状态：不可更改，并以哈希自证。",
  "snapshots.none": "尚未拍摄快照",
  "snapshots.noneText": "对概览所示内容拍摄快照：无论以后如何更正，它都保持不变。",
  "snapshots.snapshot": "快照",
  "snapshots.asOf": "截至",
  "snapshots.by": "操作人",
  "snapshots.hash": "哈希",
  "snapshots.commandLine": "命令行",
  "snapshots.take": "拍摄快照",
  "snapshots.takeTitle": "拍摄快照",
  "snapshots.takeNow": "{unit}，{month}，按目前所知。以后的更正不会改变它。",
  "snapshots.takeThen": "{unit}，{month}，按当时所知。以后的更正不会改变它。",
  "snapshots.label": "标签",
  "snapshots.labelNeeded": "请为快照命名，便于他人识别。",
  "snapshots.freezing": "正在冻结…",
};
