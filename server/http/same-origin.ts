import type { Request, RequestHandler } from "express";
import { AppError } from "../../shared/domain/failures.ts";
import { isLoopback } from "../config.ts";

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses what another site sends in a visitor's name: every change, and every call of the client's own API, its live stream too.
 * Programs send neither Origin nor Sec-Fetch-Site and carry no visitor's cookie, so they pass.
 */
export function sameOriginOnly({ publicUrl, isDemo }: { publicUrl: string | null; isDemo: boolean }): RequestHandler {
  return (request, _response, next) => {
    const changes = !SAFE_METHODS.includes(request.method);
    const isGuarded = changes || request.path.startsWith("/trpc") || request.path === "/api/live";
    if (isDemo && !isLoopbackHost(request)) throw new AppError("cross-site");
    if (isGuarded && (comesFromElsewhere(request) || hasForeignOrigin(request, publicUrl))) {
      throw new AppError("cross-site");
    }
    next();
  };
}

function comesFromElsewhere(request: Request): boolean {
  const site = request.get("Sec-Fetch-Site");
  return site !== undefined && site !== "same-origin" && site !== "none";
}

function hasForeignOrigin(request: Request, publicUrl: string | null): boolean {
  const origin = request.get("Origin");
  if (origin === undefined) return false;
  if (publicUrl !== null && origin === new URL(publicUrl).origin) return false;
  return !URL.canParse(origin) || new URL(origin).host !== request.get("Host");
}

/** In demo mode anyone may sign in: a name that was pointed at this machine's loopback address must not reach it. */
function isLoopbackHost(request: Request): boolean {
  const host = request.get("Host") ?? "";
  return URL.canParse(`http://${host}`) && isLoopback(new URL(`http://${host}`).hostname.replace(/^\[|\]$/g, ""));
}
