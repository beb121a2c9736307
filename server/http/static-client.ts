import { existsSync } from "node:fs";
import { join } from "node:path";
import express, { Router } from "express";

const YEAR = 365 * 24 * 3600 * 1000;

/**
 * The built client. Files under `assets/` carry a hash in their names and never change; every address that is no file is
 * a screen and gets the page, which must always be asked for anew.
 */
export function staticClient(folder: string): Router {
  const router = Router();
  const page = join(folder, "index.html");
  router.use("/assets", express.static(join(folder, "assets"), { immutable: true, maxAge: YEAR, index: false }));
  router.use("/assets", (_request, response) => {
    response.status(404).end();
  });
  router.use(express.static(folder, { index: false, maxAge: 0 }));
  router.get("/{*screen}", (request, response, next) => {
    if (!request.accepts("html") || !existsSync(page)) return next();
    response.set("Cache-Control", "no-store").sendFile(page, { cacheControl: false });
  });
  return router;
}
