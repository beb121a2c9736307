/** The months of a year as a choice, 1 to 12. */
export const MONTH_CHOICES = Array.from({ length: 12 }, (_, month) => ({
  value: String(month + 1),
  label: new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2001, month, 1))),
}));
