import { createHash } from "node:crypto";
import type { Request, RequestHandler } from "express";
import { ipKeyGenerator, rateLimit } from "express-rate-limit";
import { AppError } from "../../shared/domain/failures.ts";

const WINDOW = 15 * 60_000;

/** How many failures are borne in a quarter of an hour. */
export interface RateLimits {
  /** Failed sign-ins from one address. */
  readonly signInsByAddress: number;
  /** Failed sign-ins to one account, from anywhere: known or unknown, they are counted alike. */
  readonly signInsByAccount: number;
  /** Refused calls of any kind from one address. */
  readonly refusalsByAddress: number;
}

export const RATE_LIMITS: RateLimits = { signInsByAddress: 50, signInsByAccount: 10, refusalsByAddress: 2_000 };

/** Slows the guessing of passwords. The address is the socket's own unless a trusted proxy stands in between. */
export function signInLimits(limits: RateLimits): RequestHandler[] {
  return [
    failureLimit(limits.signInsByAddress, addressOf),
    failureLimit(limits.signInsByAccount, (request) => `account ${accountOf(request)}`),
  ];
}

/** Slows the guessing of keys, links and codes. */
export function refusalLimit(limits: RateLimits): RequestHandler {
  return failureLimit(limits.refusalsByAddress, addressOf);
}

function failureLimit(limit: number, keyGenerator: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: WINDOW,
    limit,
    keyGenerator,
    skipSuccessfulRequests: true,
    standardHeaders: false,
    legacyHeaders: false,
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (request, response, next) => {
      const seconds = secondsUntil(request);
      response.set("Retry-After", String(seconds));
      next(new AppError("too-many-requests", { seconds }));
    },
  });
}

function secondsUntil(request: Request): number {
  const { rateLimit: state } = request as Request & { rateLimit?: { resetTime?: Date } };
  const reset = state?.resetTime?.getTime() ?? Date.now() + WINDOW;
  return Math.max(1, Math.ceil((reset - Date.now()) / 1000));
}

function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? "");
}

/** A digest, so that the memory of attempts holds no addresses of persons. */
function accountOf(request: Request): string {
  const body: unknown = request.body;
  const email = typeof body === "object" && body !== null && "email" in body ? String(body.email) : "";
  return createHash("sha256").update(email.trim().toLowerCase()).digest("base64url");
}
