import { apiKey } from "@better-auth/api-key";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { getMigrations } from "better-auth/db/migration";
import { genericOAuth } from "better-auth/plugins/generic-oauth";
import { z } from "zod";
import type { OidcSetting } from "../config.ts";
import type { Log } from "../log.ts";
import { PASSWORD_MAXIMUM, PASSWORD_MINIMUM } from "./password-rules.ts";

const DAY_SECONDS = 24 * 3600;

export type AccountDatabase = NonNullable<BetterAuthOptions["database"]>;

export interface AccountLibraryOptions {
  readonly database: AccountDatabase;
  /** Of the sessions; see `keysOf`. */
  readonly secret: string;
  readonly publicUrl: string | null;
  /** Null or left out: no single sign-on. */
  readonly oidc?: OidcSetting | null;
  readonly log: Log;
}

export const OIDC_PROVIDER = "oidc";

/**
 * The sign-in library, set up as this product promises: e-mail and password, sessions and API keys in the product's own
 * database, no sign-up but by invitation, and nothing remembered of a visitor's address. Which of its paths can be
 * reached is said in the permissions table; which site may call them is judged before it.
 */
function optionsFor({ database, secret, publicUrl, oidc = null, log }: AccountLibraryOptions) {
  return {
    appName: "Plumbline",
    basePath: "/api/auth",
    ...(publicUrl === null ? {} : { baseURL: publicUrl }),
    secret,
    database,
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MINIMUM,
      maxPasswordLength: PASSWORD_MAXIMUM,
      revokeSessionsOnPasswordReset: true,
    },
    session: { modelName: "account_session", expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
    user: { modelName: "account_user" },
    account: { modelName: "account_credential", encryptOAuthTokens: true },
    verification: { modelName: "account_link", storeIdentifier: "hashed" },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: false, level: "error", log: (_level, message) => log.warn({ from: "accounts" }, message) },
    advanced: {
      cookiePrefix: "plumbline",
      useSecureCookies: publicUrl?.startsWith("https:") ?? false,
      disableCSRFCheck: true,
      ipAddress: { disableIpTracking: true },
    },
    plugins: [
      apiKey({
        schema: { apikey: { modelName: "account_api_key" } },
        defaultPrefix: "plumb_",
        requireName: true,
        startingCharactersConfig: { charactersLength: 12 },
        maximumNameLength: 100,
        rateLimit: { enabled: false },
        enableSessionForAPIKeys: false,
      }),
      sessionWithoutPassword(),
      ...(oidc === null ? [] : [singleSignOn(oidc)]),
    ],
  } satisfies BetterAuthOptions;
}

/** The code flow with PKCE; ID tokens are verified against the provider's keys. Addresses count only if it verified them. */
function singleSignOn({ issuer, clientId, clientSecret, name }: OidcSetting) {
  return genericOAuth({
    config: [
      {
        ...{ providerId: OIDC_PROVIDER, name, clientId, clientSecret },
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        requireIdTokenVerification: true,
        scopes: ["openid", "email", "profile"],
        pkce: true,
      },
    ],
  });
}

/** Sets a session for a user named by the server itself; its path lies outside what can be reached. */
function sessionWithoutPassword() {
  return {
    id: "session-without-password",
    endpoints: {
      openSession: createAuthEndpoint(
        "/open-session",
        { method: "POST", body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
          if (user === null) throw ctx.error("NOT_FOUND");
          const session = await ctx.context.internalAdapter.createSession(user.id);
          await setSessionCookie(ctx, { session, user });
          return { opened: true };
        },
      ),
    },
  };
}

/** Brings the library's own tables up to date and sets it up. */
export async function openAccountLibrary(options: AccountLibraryOptions) {
  const set = optionsFor(options);
  const { runMigrations } = await getMigrations(set);
  await runMigrations();
  return betterAuth(set);
}

export type AccountLibrary = Awaited<ReturnType<typeof openAccountLibrary>>;
