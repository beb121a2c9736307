import { ENTRY as ARABIC } from "./ar/entry.ts";
import { ENTRY as GERMAN } from "./de/entry.ts";
import { ENTRY as ENGLISH } from "./en/entry.ts";
import { ENTRY as FINNISH } from "./fi/entry.ts";
import { ENTRY as SWEDISH } from "./sv/entry.ts";
import { tellerOf } from "./teller.ts";
import { ENTRY as CHINESE } from "./zh/entry.ts";

/** What is said of results while they are entered: by the server, and in the grid before it answers. */
export const tellEntry = tellerOf({
  en: ENGLISH,
  fi: FINNISH,
  de: GERMAN,
  sv: SWEDISH,
  "zh-CN": CHINESE,
  ar: ARABIC,
});
