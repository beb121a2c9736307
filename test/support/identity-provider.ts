import { generateKeyPairSync } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import Provider, { type KoaContextWithOIDC } from "oidc-provider";

/** Who the provider says is there. */
export type Identity = { readonly sub: string; readonly email: string; readonly email_verified: boolean };

export interface IdentityProvider {
  readonly issuer: string;
  /** Whoever comes next is this one, without being asked. */
  say(identity: Identity): void;
  stop(): Promise<void>;
}

export const CLIENT = { client_id: "plumbline", client_secret: "a secret of both sides, long enough" } as const;

/** A real OpenID provider on loopback that lets everyone pass as the identity that the test names. */
export async function anIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  let current: Identity = { sub: "nobody", email: "nobody@else.example", email_verified: false };
  const identities = new Map<string, Identity>();
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => response.end();
  const server = createServer((request, response) => answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider = new Provider(issuer, {
    clients: [{ ...CLIENT, redirect_uris: [redirectUri] }],
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig" }] },
    cookies: { keys: ["a key of the test's cookies"] },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx: KoaContextWithOIDC, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: KoaContextWithOIDC, sub: string) => ({
      accountId: sub,
      claims: () => ({ ...(identities.get(sub) ?? {}), sub }),
    }),
  });
  const pass = provider.callback();
  answer = (request, response) => {
    if (request.url?.startsWith("/interaction/") !== true) return void pass(request, response);
    void letPass(provider, { request, response, sub: current.sub });
  };
  return {
    issuer,
    say: (identity) => {
      current = identity;
      identities.set(identity.sub, identity);
    },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Passing = { request: IncomingMessage; response: ServerResponse; sub: string };

/** Answers both questions of the provider, who it is and whether they agree, at once. */
async function letPass(provider: Provider, { request, response, sub }: Passing): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const grant = new provider.Grant({ accountId: sub, clientId: String(params["client_id"]) });
  grant.addOIDCScope("openid email profile");
  const consent = { grantId: await grant.save() };
  await provider.interactionFinished(request, response, { login: { accountId: sub }, consent });
}
