/**
 * Everything that can be refused, with the HTTP status it answers. A code that is added here does not compile until it
 * has its sentence in shared/text. What is not in this list is a fault of ours and leaves the server as `internal`.
 */
export const FAILURE_STATUS = {
  unreadable: 400,
  "not-signed-in": 401,
  "sign-in-failed": 401,
  "not-allowed": 403,
  "cross-site": 403,
  "not-found": 404,
  "link-expired": 404,
  "stale-version": 409,
  duplicate: 409,
  busy: 409,
  "too-large": 413,
  "unknown-code": 422,
  "invalid-value": 422,
  "file-refused": 422,
  "month-closed": 422,
  "month-locked": 422,
  "month-not-locked": 422,
  "reason-needed": 422,
  "nothing-submitted": 422,
  "nothing-to-freeze": 422,
  "restatement-pending": 422,
  "submission-waits": 422,
  "same-person": 422,
  "operator-cannot-approve-restatement": 422,
  "not-reported-then": 422,
  "not-assigned": 422,
  "outside-limits": 422,
  "effect-frozen": 422,
  "not-proven": 422,
  "step-not-allowed": 422,
  "tree-broken": 422,
  "expression-wrong": 422,
  "fiscal-year-fixed": 422,
  "last-admin": 422,
  "key-reused": 422,
  "password-too-short": 422,
  "password-too-common": 422,
  "folder-not-empty": 422,
  "no-organisation": 422,
  "newer-database": 422,
  "backup-damaged": 422,
  "backup-elsewhere": 422,
  "too-many-requests": 429,
  internal: 500,
  "not-ready": 503,
  "storage-failing": 503,
} as const;

export type FailureCode = keyof typeof FAILURE_STATUS;

/** What the sentence of a failure names, and what a program may read from the answer. Never a name or an e-mail address. */
export type FailureDetails = Readonly<Record<string, unknown>>;

/** A refusal that a person or a program can act on. Services throw it; the edges turn it into status and sentence. */
export class AppError extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}
