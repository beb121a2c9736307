import { randomBytes } from "node:crypto";
import type { AccountLibrary } from "./account-library.ts";

const WEEK = 7 * 24 * 3600 * 1000;

/** What a one-time link is for. */
type LinkPurpose = "invite" | "setup";

/** Links that work once and for a week. Only a digest of a token is kept. */
export interface OneTimeLinks {
  /** The token of a new link that stands for `value`. */
  create(purpose: LinkPurpose, value: string): Promise<string>;
  /** What an unused link stands for; null where there is none or it has expired. */
  read(purpose: LinkPurpose, token: string): Promise<string | null>;
  /** The same, and the link is used up: of several at once, one gets it. */
  consume(purpose: LinkPurpose, token: string): Promise<string | null>;
}

type LinkStore = Pick<
  Awaited<AccountLibrary["$context"]>["internalAdapter"],
  "createVerificationValue" | "findVerificationValue" | "consumeVerificationValue"
>;

export function oneTimeLinks(store: LinkStore): OneTimeLinks {
  return {
    create: async (purpose, value) => {
      const token = randomBytes(32).toString("base64url");
      const expiresAt = new Date(Date.now() + WEEK);
      await store.createVerificationValue({ identifier: `${purpose}:${token}`, value, expiresAt });
      return token;
    },
    read: async (purpose, token) => {
      const link = await store.findVerificationValue(`${purpose}:${token}`);
      return link !== null && link.expiresAt.getTime() > Date.now() ? link.value : null;
    },
    consume: async (purpose, token) => (await store.consumeVerificationValue(`${purpose}:${token}`))?.value ?? null,
  };
}
