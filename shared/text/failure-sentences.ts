import type { FailureCode } from "../domain/failures.ts";
import type { TreeFault } from "../domain/tree.ts";

/** One sentence for each failure, for a unit manager. `{name}` stands for a detail of that name. */
export type FailureSentences = {
  readonly sentences: Readonly<Record<FailureCode, string>>;
  /** What is wrong with a tree of units: `{tree}` of its sentence. */
  readonly tree: Readonly<Record<TreeFault["kind"], string>>;
};

export const ENGLISH_FAILURES: FailureSentences = {
  sentences: {
    unreadable: "The request could not be read. {problem}",
    "not-signed-in": "Sign in first.",
    "sign-in-failed": "The e-mail address and the password do not belong together.",
    "not-allowed": "You have no right to do this here. Ask your administrator for the role it needs.",
    "cross-site": "The request came from another site and was not carried out.",
    "not-found": "There is no such {what}, or it is not yours to see.",
    "link-expired": "This link has been used or has expired. Ask for a new one.",
    "stale-version": "Someone else changed this in the meantime. Compare both values and save again.",
    duplicate: "{what} exists already.",
    busy: "This is already under way. Wait until it has finished.",
    "too-large": "This is larger than the {limit} that can be taken at once. Split it into parts.",
    "unknown-code": "{what} {code} does not exist.",
    "invalid-value": "{problem}",
    "file-refused": "The file was refused and nothing of it was stored. Mend the named rows and send it again.",
    "month-closed": "{month} is closed. Ask your approver or quality manager to reopen it.",
    "month-locked": "{month} is locked. Propose a restatement with its reason.",
    "month-not-locked": "{month} is not locked. Change the result itself instead of restating it.",
    "reason-needed": "Say why: this change needs a reason.",
    "nothing-submitted": "Nothing is waiting for approval here.",
    "nothing-to-freeze": "No KPI has anything to freeze in {month}. Choose a month with results.",
    "restatement-pending": "A restatement of this result is already waiting for approval.",
    "submission-waits": "{month} cannot be locked while a submitted result waits for approval.",
    "same-person": "The person who submitted a result cannot approve it. Ask someone else to.",
    "operator-cannot-approve-restatement": "A restatement is approved by a person. Name one with --as.",
    "not-reported-then": "{kpi} is not reported for {month}. Enter it in the last month of its period.",
    "not-assigned": "{unit} does not report {kpi} in {month}.",
    "outside-limits": "{value} is outside what {kpi} can be.",
    "effect-frozen": "What {action} is to achieve cannot change once it has started. Drop it and plan another.",
    "not-proven": "{action} cannot end so: {problem} Say why you override the data, or wait for it.",
    "step-not-allowed": "{problem}",
    "tree-broken": "The units would no longer form one tree. {tree}",
    "expression-wrong": "The expression of {kpi} cannot be computed. {problem}",
    "fiscal-year-fixed": "The start of the fiscal year cannot change once results exist.",
    "last-admin": "This would leave the organisation without an administrator. Appoint another one first.",
    "key-reused": "This Idempotency-Key was used for another request. Use a new key.",
    "password-too-short": "Use at least 15 characters. A few words that you remember do well.",
    "password-too-common": "This password is known from lists that attackers try first. Choose another.",
    "folder-not-empty": "The data folder already holds an organisation.",
    "no-organisation": "There is no organisation yet. Set one up first.",
    "newer-database": "The database was written by a newer version of Plumbline. Install that version.",
    "backup-damaged": "The backup does not hold together and nothing was changed. {problem}",
    "backup-elsewhere": "This database is backed up with the tools of PostgreSQL, for instance pg_dump.",
    "too-many-requests": "Too many requests. Wait {seconds} seconds and try again.",
    internal: "Something went wrong on our side and nothing was changed. Tell your administrator the reference.",
    "not-ready": "The database cannot be reached at the moment. Try again shortly.",
    "storage-failing": "The storage is full or failing: nothing was changed. Reading goes on; tell your administrator.",
  },
  tree: {
    "period-reversed": "{unit} would leave its parent before it came.",
    "two-parents": "{unit} would have two parents in {month}.",
    "two-roots": "{unit} would be a second root in {month}.",
    "parent-not-in-force": "The parent of {unit} is not in the tree in {month}.",
    cycle: "{unit} would lie below itself in {month}.",
  },
};
