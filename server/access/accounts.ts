import { AppError } from "../../shared/domain/failures.ts";
import { type AccountLibraryOptions, openAccountLibrary } from "./account-library.ts";
import { type ApiKeys, apiKeysOf } from "./api-keys.ts";
import { type OneTimeLinks, oneTimeLinks } from "./one-time-links.ts";
import { checkPassword } from "./password-rules.ts";

/**
 * Accounts, sessions, keys and one-time links. An account is only a way to sign in: who the person is and what they may do
 * stands in the record, linked by the account's id.
 */
export interface Accounts {
  /** Answers the paths below /api/auth. */
  handle(request: Request): Promise<Response>;
  /** The account whose session the cookies carry, and cookies to set where the session was prolonged. */
  accountOf(headers: Headers): Promise<{ accountId: string; setCookies: readonly string[] } | null>;
  /** The address of an account, and whether it is known to be its owner's. */
  addressOf(accountId: string): Promise<{ email: string; isVerified: boolean } | null>;
  /** Makes an account that can sign in, with a password or (demonstration) without one. */
  create(account: { email: string; name: string; password: string | null }): Promise<string>;
  /** Sets a password and ends every session of the account. */
  setPassword(accountId: string, chosen: { password: string; email: string }): Promise<void>;
  /** Opens a session; answers the cookies that carry it. */
  openSession(accountId: string): Promise<readonly string[]>;
  /** Ends every session of the account, everywhere, at once. */
  endSessions(accountId: string): Promise<void>;
  remove(accountId: string): Promise<void>;
  readonly links: OneTimeLinks;
  readonly keys: ApiKeys;
}

export async function openAccounts(options: AccountLibraryOptions): Promise<Accounts> {
  const library = await openAccountLibrary(options);
  const { internalAdapter, password, adapter } = await library.$context;
  return {
    handle: (request) => library.handler(request),

    accountOf: async (headers) => {
      if (!headers.has("cookie")) return null;
      const found = await library.api.getSession({ headers, returnHeaders: true });
      if (found.response === null) return null;
      return { accountId: found.response.user.id, setCookies: found.headers.getSetCookie() };
    },

    addressOf: async (accountId) => {
      const user = await internalAdapter.findUserById(accountId);
      return user === null ? null : { email: user.email.toLowerCase(), isVerified: user.emailVerified };
    },

    create: async ({ email, name, password: chosen }) => {
      const address = email.toLowerCase();
      if (chosen !== null) checkPassword(chosen, address);
      if ((await internalAdapter.findUserByEmail(address)) !== null) {
        throw new AppError("duplicate", { what: "An account with this e-mail address" });
      }
      const hash = chosen === null ? null : await password.hash(chosen);
      const user = await internalAdapter.createUser(
        { email: address, name, emailVerified: true },
        { method: "email-password" },
      );
      if (hash !== null) {
        await internalAdapter.linkAccount({
          userId: user.id,
          providerId: "credential",
          accountId: user.id,
          password: hash,
        });
      }
      return user.id;
    },

    setPassword: async (userId, { password: chosen, email }) => {
      checkPassword(chosen, email);
      const hash = await password.hash(chosen);
      if ((await internalAdapter.findCredentialAccount(userId)) !== null) {
        await internalAdapter.updatePassword(userId, hash);
      } else {
        await internalAdapter.linkAccount({ userId, providerId: "credential", accountId: userId, password: hash });
      }
      await internalAdapter.deleteUserSessions(userId);
    },

    openSession: async (userId) => {
      const { headers } = await library.api.openSession({ body: { userId }, returnHeaders: true });
      return headers.getSetCookie();
    },

    endSessions: (accountId) => internalAdapter.deleteUserSessions(accountId),

    remove: async (accountId) => {
      await adapter.deleteMany({ model: "apikey", where: [{ field: "referenceId", value: accountId }] });
      await internalAdapter.deleteUserSessions(accountId);
      await internalAdapter.deleteUser(accountId);
    },

    links: oneTimeLinks(internalAdapter),
    keys: apiKeysOf({ library, adapter }),
  };
}
