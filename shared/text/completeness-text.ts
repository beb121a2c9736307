type State = "none" | "open" | "on_time" | "late" | "missing";
type Counts = { readonly due: number; readonly reported: number; readonly late: number };

/** A cell of the board in words: "On time", "2 late", "3 missing". */
export function completenessText(state: State, { due, reported, late }: Counts): string {
  switch (state) {
    case "none":
      return "Nothing due";
    case "open":
      return `${reported} of ${due}`;
    case "on_time":
      return "On time";
    case "late":
      return `${late} late`;
    case "missing":
      return `${due - reported} missing`;
  }
}

/** "3 results are missing, 12 came late". */
export function boardHeadline(cells: readonly (Counts & { readonly state: State })[], locale: string): string {
  const missing = cells.reduce((sum, { state, due, reported }) => sum + (state === "missing" ? due - reported : 0), 0);
  const late = cells.reduce((sum, cell) => sum + cell.late, 0);
  const count = (number: number) => number.toLocaleString(locale);
  if (missing === 0 && late === 0) return "Everything that was due came in time";
  const first =
    missing === 0 ? "Nothing is missing" : `${count(missing)} ${missing === 1 ? "result is" : "results are"} missing`;
  return late === 0 ? first : `${first}, ${count(late)} came late`;
}
