const TITLES: Readonly<Record<string, string>> = {
  forget: "Forget what has served its time",
  forecast: "Record forecasts and score past ones",
  digest: "Mail what there is to tell",
  "hand-over": "Carry out hand-overs",
  subscription: "Take and send a subscribed snapshot",
  "snapshot-mail": "Mail a subscribed snapshot",
};

/** What a job does; `person` is whom it is for. */
export function jobTitle(kind: string, person: string | null): string {
  const title = TITLES[kind] ?? kind;
  return person === null ? title : `${title}: ${person}`;
}

/** What became of a job, in words; null where there is nothing to say. */
export function jobOutcomeText(kind: string, outcome: unknown): string | null {
  if (typeof outcome !== "object" || outcome === null) return null;
  const said = outcome as Readonly<Record<string, unknown>>;
  if (typeof said["said"] === "string") return said["said"];
  if (kind === "digest") return said["mailed"] === true ? "Mailed" : "There was nothing to tell";
  if (kind === "forecast") return `${said["made"] ?? 0} made, ${said["scored"] ?? 0} scored`;
  return kind === "hand-over" ? `${said["done"] ?? 0} carried out` : null;
}
