import { PAGE as ARABIC } from "./ar/page.ts";
import { PAGE as GERMAN } from "./de/page.ts";
import { PAGE as ENGLISH } from "./en/page.ts";
import { PAGE as FINNISH } from "./fi/page.ts";
import { PAGE as SWEDISH } from "./sv/page.ts";
import { tellerOf } from "./teller.ts";
import { PAGE as CHINESE } from "./zh/page.ts";

/** What the server says on the pages of the overview, of a KPI and of an action, beside the verdict. */
export const tellPage = tellerOf({
  en: ENGLISH,
  fi: FINNISH,
  de: GERMAN,
  sv: SWEDISH,
  "zh-CN": CHINESE,
  ar: ARABIC,
});
