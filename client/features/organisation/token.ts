/** The token of a one-time link. It stands behind the `#` of the address, which no server is told. */
export function tokenInAddress(): string {
  return window.location.hash.slice(1);
}
