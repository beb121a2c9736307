/** True under `npm run test:deep`. */
const isDeep = process.env["PLUMBLINE_DEEP"] === "1";

/** The number of cases of a property test: ten times the usual ones in a deep run. */
export function casesFor(usual: number): number {
  return isDeep ? usual * 10 : usual;
}
