/** A place in the line before the one thread that writes files. */
type Place = { readonly moved: (ahead: number) => void; readonly begin: () => void };

const line: Place[] = [];

/**
 * Waits until everyone who came before is done, and answers how to leave. `moved` hears how many are still ahead. Whoever
 * gives up while waiting leaves the line at once.
 */
export async function standInLine(moved: (ahead: number) => void, signal: AbortSignal): Promise<() => void> {
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const place: Place = { moved, begin: resolve };
  const leave = () => {
    const at = line.indexOf(place);
    if (at === -1) return;
    line.splice(at, 1);
    for (const [ahead, other] of line.entries()) if (ahead >= at) other.moved(ahead);
    if (at === 0) line[0]?.begin();
  };
  const giveUp = () => {
    leave();
    reject(signal.reason);
  };
  line.push(place);
  moved(line.length - 1);
  if (line.length === 1) resolve();
  signal.addEventListener("abort", giveUp, { once: true });
  await promise.finally(() => signal.removeEventListener("abort", giveUp));
  return leave;
}
