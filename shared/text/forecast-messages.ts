/** How a year's end is said beside its sentence, in one language. Another language is another such record. */
export type ForecastMessages = {
  /** By how far the months behind it reach. */
  methods: Record<"over" | "none" | "little" | "year" | "years", string>;
  none: string;
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
};
