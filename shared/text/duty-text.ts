import type { DateText } from "../domain/calendar.ts";
import { dateText } from "./instant-text.ts";

type Deputyship = { readonly person: string; readonly deputy: string; readonly from: DateText; readonly to: DateText };
type State = "ahead" | "now" | "over";

/** "Anna Virta acts for Mika Salo until 31 Jul 2026." */
export function deputyText({ person, deputy, from, to }: Deputyship, state: State, locale: string): string {
  const [first, last] = [dateText(from, locale), dateText(to, locale)];
  if (state === "now") return `${deputy} acts for ${person} until ${last}.`;
  if (state === "over") return `${deputy} acted for ${person} from ${first} until ${last}.`;
  return `${deputy} will act for ${person} from ${first} until ${last}.`;
}

type Handing = {
  readonly from: string;
  readonly to: string;
  readonly on: DateText;
  readonly kpis: number;
  readonly objectives: number;
  readonly actions: number;
};

/** "2 KPIs and 1 action go from Mika Salo to Anna Virta on 1 Aug 2026." */
export function handOverText(handing: Handing, state: "planned" | "done" | "cancelled", locale: string): string {
  const { from, to, on, kpis, objectives, actions } = handing;
  const counted = [
    [kpis, "KPI"],
    [objectives, "objective"],
    [actions, "action"],
  ] as const;
  const parts = counted.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? "" : "s"}`]));
  const what = new Intl.ListFormat("en", { type: "conjunction" }).format(parts);
  const day = dateText(on, locale);
  const total = kpis + objectives + actions;
  if (state === "done") return `${what} went from ${from} to ${to} on ${day}.`;
  const verb = total === 1 ? "goes" : "go";
  const said = `${what} ${verb} from ${from} to ${to} on ${day}.`;
  return state === "cancelled" ? `Cancelled: ${said}` : said;
}
