import type { Request, Response } from "express";
import { type Holder, may } from "../../shared/domain/permissions.ts";
import { isWithinSubtree } from "../../shared/domain/tree.ts";
import { callerOf } from "../access/caller.ts";
import type { Service } from "../service.ts";
import type { Change } from "./change-watch.ts";

const HEARTBEAT = 15_000;
/** Streams that one person may hold open; the oldest goes when another comes. */
const MOST_OF_A_PERSON = 10;

const open = new Map<string, (() => void)[]>();

type Exchange = { readonly service: Service; readonly request: Request; readonly response: Response };

/**
 * Tells a reader of every change that may show on their screens, as server-sent events: where, never what. Who they are and
 * what they may read is looked up again before each word, so a session that ended or a right that was withdrawn hears
 * nothing more.
 */
export function streamChanges({ service, request, response }: Exchange, reader: { person: string; seq: number }): void {
  response.set({
    "Content-Type": "text/event-stream; charset=utf-8",
    // Compression and proxies would hold back what is not yet a block.
    "Cache-Control": "no-store, no-transform",
    "X-Accel-Buffering": "no",
  });
  response.flushHeaders();
  response.write(`retry: 3000\n${eventText("hello", reader.seq, [])}`);

  const end = () => {
    clearInterval(heart);
    leave();
    forget(reader.person, end);
    response.end();
  };
  const say = async (textFor: (holder: Holder) => string) => {
    const caller = await callerOf(service, request).then(
      (found) => found.caller,
      () => null,
    );
    if (caller === null || caller.actor.by !== reader.person) return end();
    const text = textFor(caller.actor.holder);
    if (text !== "") response.write(text);
  };
  const heart = setInterval(() => void say(() => ": still here\n\n"), HEARTBEAT).unref();
  const told = (changes: readonly Change[]) => void say((holder) => changeText(changes, holder));
  const leave = service.live.listen({ told, ended: end }, reader.seq);
  remember(reader.person, end);
  response.once("close", end);
}

function changeText(changes: readonly Change[], holder: Holder): string {
  const units = new Set(changes.flatMap(({ unit }) => placeFor(unit, holder) ?? []));
  const seq = changes.at(-1)?.seq ?? 0;
  return units.size === 0 ? "" : eventText("change", seq, [...units]);
}

/**
 * Where a change shows for a reader: its unit; "" for the whole organisation, and for a unit above theirs, which is not
 * named. Null where it cannot show.
 */
function placeFor(unit: string | null, holder: Holder): string | null {
  if (unit === null) return "";
  if (may(holder, "read", unit)) return unit;
  if (holder.kind === "operator") return unit;
  const isAbove = holder.grants.some(
    (grant) => grant.unit !== null && may(holder, "read", grant.unit) && isWithinSubtree(holder.tree, grant.unit, unit),
  );
  return isAbove ? "" : null;
}

function eventText(name: "hello" | "change", seq: number, units: readonly string[]): string {
  return `id: ${seq}\nevent: ${name}\ndata: ${JSON.stringify({ seq, units })}\n\n`;
}

function remember(person: string, end: () => void): void {
  const streams = [...(open.get(person) ?? []), end];
  open.set(person, streams);
  if (streams.length > MOST_OF_A_PERSON) streams[0]?.();
}

function forget(person: string, end: () => void): void {
  const left = (open.get(person) ?? []).filter((each) => each !== end);
  if (left.length === 0) open.delete(person);
  else open.set(person, left);
}
