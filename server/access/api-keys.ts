import { defaultKeyHasher } from "@better-auth/api-key";
import type { AccountLibrary } from "./account-library.ts";

export type KeyScope = "read" | "write";

export interface KeyHead {
  readonly id: string;
  readonly name: string;
  /** First characters, by which its owner knows it. */
  readonly start: string;
  readonly scope: KeyScope;
  readonly createdAt: string;
  readonly expiresAt: string | null;
}

/** Keys of other systems. Only a digest of a key is kept; it acts with its owner's rights of the day, never with more. */
export interface ApiKeys {
  /** The key itself is answered once and never again. */
  create(key: { accountId: string; name: string; scope: KeyScope; days: number | null }): Promise<{
    id: string;
    key: string;
  }>;
  list(accountId: string): Promise<readonly KeyHead[]>;
  /** False where there is no such key. */
  revoke(id: string): Promise<boolean>;
  ownerOf(key: string): Promise<{ accountId: string; scope: KeyScope } | null>;
}

interface KeyRow {
  readonly id: string;
  readonly name: string | null;
  readonly start: string | null;
  readonly referenceId: string;
  readonly enabled: boolean;
  readonly permissions: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
}

type KeyLibrary = {
  readonly library: Pick<AccountLibrary, "api">;
  readonly adapter: Awaited<AccountLibrary["$context"]>["adapter"];
};

export function apiKeysOf({ library, adapter }: KeyLibrary): ApiKeys {
  const where = (field: string, value: string) => [{ field, value }];
  return {
    create: async ({ accountId, name, scope, days }) => {
      const created = await library.api.createApiKey({
        body: {
          userId: accountId,
          name,
          permissions: { api: scope === "write" ? ["read", "write"] : ["read"] },
          ...(days === null ? {} : { expiresIn: days * 24 * 3600 }),
        },
      });
      return { id: created.id, key: created.key };
    },

    list: async (accountId) => {
      const rows = await adapter.findMany<KeyRow>({ model: "apikey", where: where("referenceId", accountId) });
      return rows.map(keyHead).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },

    revoke: async (id) => (await adapter.deleteMany({ model: "apikey", where: where("id", id) })) > 0,

    // The library's own check writes to the row on every use; a question asked with a key must not write.
    ownerOf: async (key) => {
      const row = await adapter.findOne<KeyRow>({ model: "apikey", where: where("key", await defaultKeyHasher(key)) });
      if (row === null || !row.enabled) return null;
      if (row.expiresAt !== null && row.expiresAt.getTime() <= Date.now()) return null;
      return { accountId: row.referenceId, scope: scopeOf(row) };
    },
  };
}

function keyHead(row: KeyRow): KeyHead {
  return {
    id: row.id,
    name: row.name ?? "",
    start: row.start ?? "",
    scope: scopeOf(row),
    createdAt: new Date(row.createdAt).toISOString(),
    expiresAt: row.expiresAt === null ? null : new Date(row.expiresAt).toISOString(),
  };
}

function scopeOf({ permissions }: KeyRow): KeyScope {
  const granted: unknown = JSON.parse(permissions ?? "{}");
  const api = typeof granted === "object" && granted !== null && "api" in granted ? granted.api : [];
  return Array.isArray(api) && api.includes("write") ? "write" : "read";
}
