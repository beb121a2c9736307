/** How a year's end is said beside its sentence, in one language. Another language is another such record. */
export type ForecastMessages = {
  /** By how far the months behind it reach. */
  methods: Record<"over" | "none" | "little" | "year" | "years", string>;
  none: string;
  /** "Forecast 4.9" and "80 % range 4.4–5.4", beside a chart. */
  label: string;
  range: string;
  /** The same where there is little room. */
  shortRange: string;
  /** The value still required, {value} being "at least 96.1". */
  required: Record<"one" | "many" | "last" | "impossible", string>;
  atLeast: string;
  atMost: string;
  between: string;
};

export const ENGLISH_FORECAST: ForecastMessages = {
  methods: {
    over: "Nothing is forecast: every month of the year is known.",
    none: "There is no forecast.",
    little: "Drawn from the mean of the months so far and how far single months lay from it.",
    year: "Drawn in equal shares from the mean of the newest twelve months and from a smoothed level.",
    years:
      "Drawn in equal shares in four ways: last year's months with the changes from year to year, the mean of the newest twelve months, a smoothed level, and a level with a damped trend.",
  },
  none: "Too few months to forecast the year: it takes six that count.",
  label: "Forecast {value}",
  range: "80 % range {low}–{high}",
  shortRange: "80 %: {low}–{high}",
  required: {
    one: "To reach it, the one month left must be {value}.",
    many: "To reach it, the {months} months left must be {value} on average.",
    last: "To reach it, the year's last month must be {value}.",
    impossible: "To reach it, the months left would have to be {value}, beyond what there can be.",
  },
  atLeast: "at least {low}",
  atMost: "at most {high}",
  between: "between {low} and {high}",
};
