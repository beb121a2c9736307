import { AppError } from "../../shared/domain/failures.ts";
import { streamChanges } from "../live/live-stream.ts";
import type { AddRoute } from "./routes.ts";

/**
 * `GET /api/live`: a stream of server-sent events for whoever asks for one, and for others the newest sequence of the
 * record, to be asked again where something in between does not let streams through.
 */
export function addLiveRoute(add: AddRoute): void {
  add("GET /api/live", async ({ service, caller, request, response }) => {
    if (caller === null) throw new AppError("not-signed-in");
    const { seq } = await service.store.audit.head();
    if (request.accepts(["application/json", "text/event-stream"]) !== "text/event-stream") {
      response.set("Cache-Control", "no-store").json({ seq });
      return;
    }
    streamChanges({ service, request, response }, { person: caller.actor.by, seq });
  });
}
