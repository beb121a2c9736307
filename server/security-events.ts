import type { FailureCode } from "../shared/domain/failures.ts";
import type { Caller } from "./access/authorise.ts";
import type { Service } from "./service.ts";

/** Refusals that a person responsible for security wants to read about. */
const NOTED: readonly FailureCode[] = ["sign-in-failed", "not-allowed", "cross-site", "link-expired"];

interface Refused {
  readonly code: FailureCode;
  /** What was called: a route or procedure, without what was asked of it. */
  readonly called: string;
  readonly caller: Caller | null;
}

/** Notes a refused call beside the record. It is the only thing that a refused call writes. */
export function noteRefusal({ store, log, now }: Service, { code, called, caller }: Refused): void {
  if (!NOTED.includes(code)) return;
  const event = { at: now(), actor: caller?.actor.by ?? "nobody", kind: code, detail: called };
  store.audit.recordSecurityEvent(event).catch((error: unknown) => {
    log.error({ err: error }, "a refused call could not be noted");
  });
}
