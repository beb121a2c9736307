import { isSignedBy, type SignedHead } from "./audit-chain.ts";
import type { CommandSetting } from "./command.ts";
import { asAppError, engineFaults } from "./dialect-differences.ts";
import type { RecordFault, Verification } from "./verification.ts";
import { verifyChain } from "./verify-chain.ts";
import { verifySuccession } from "./verify-succession.ts";

export type VerifyOptions = {
  /** Heads known from backups and exports: each must stand in the chain, so that a chain that was cut is found. */
  readonly heads?: readonly SignedHead[];
  readonly onProgress?: (events: number) => void;
};

/**
 * Recomputes the whole record: every event's hash and place in the chain, the digest of every row it wrote, the order of
 * versions, snapshots against their hashes, and heads that are known from elsewhere. Reads in parts, in little memory.
 */
export async function verifyRecord(
  setting: Pick<CommandSetting, "db" | "engine" | "auditKey">,
  { heads = [], onProgress }: VerifyOptions = {},
): Promise<Verification> {
  const { db, engine, auditKey } = setting;
  try {
    const [engineFault] = await engineFaults(db, engine);
    if (engineFault !== undefined) return nothingVerified({ kind: "engine", place: engineFault });
    const forged = heads.find((head) => !isSignedBy(auditKey, head));
    if (forged !== undefined) return nothingVerified({ kind: "head-forged", place: `event ${forged.seq}` });
    const chain = await verifyChain({ db, auditKey, heads, onProgress: onProgress ?? (() => undefined) });
    return { ...chain, fault: chain.fault ?? (await verifySuccession(db)) };
  } catch (error) {
    throw asAppError(error);
  }
}

function nothingVerified(fault: RecordFault): Verification {
  return { events: 0, rows: 0, snapshots: 0, fault };
}
