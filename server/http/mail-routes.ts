import { unsubscribe } from "../organisation/notices.service.ts";
import type { AddRoute } from "./routes.ts";

/** The way out that mail programs offer by themselves (RFC 8058): they post to the address in the mail's head. */
export function addMailRoutes(add: AddRoute): void {
  add("POST /unsubscribe/:token", async ({ service, request, response }) => {
    await unsubscribe(service, String(request.params["token"]));
    response.set("Cache-Control", "no-store").status(200).type("text").send("You get no more of these.");
  });
}
