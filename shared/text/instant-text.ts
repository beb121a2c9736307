const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(locale: string, key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale} ${key}`;
  const found = formats.get(name);
  if (found !== undefined) return found;
  const made = new Intl.DateTimeFormat(locale, options);
  formats.set(name, made);
  return made;
}

const DAY = { day: "numeric", month: "short", year: "numeric" } as const;
const TIME = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" } as const;

/** "5 Nov 2026, 14:10 EET": an instant in the organisation's zone, with the zone's name. */
export function instantText(instant: string, locale: string, timeZone: string): string {
  return formatOf(locale, timeZone, { ...DAY, ...TIME, timeZone }).format(new Date(instant));
}

/** "24 Oct 2026". */
export function dateText(date: string, locale: string): string {
  return formatOf(locale, "day", { ...DAY, timeZone: "UTC" }).format(new Date(`${date}T12:00:00Z`));
}
