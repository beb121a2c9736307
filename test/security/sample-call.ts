/** How a call is judged: by the rights in its unit, in the whole organisation, anywhere, or not by a person at all. */
type Scope = "unit" | "organisation" | "anywhere" | "open";

/** A call as it would be made about one unit. */
export interface SampleCall {
  readonly scope: Scope;
  /** Input of a procedure, or body of a route. */
  readonly input?: (unit: string) => unknown;
  /** What follows the path of a route. */
  readonly query?: (unit: string) => string;
  /** Parts of the path of a route, filled in. */
  readonly path?: (unit: string) => string;
}
