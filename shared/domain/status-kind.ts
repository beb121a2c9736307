/**
 * The eight ways a figure stands against its target, in the order in which they are judged:
 * the first that holds is the status.
 */
export const STATUS_KINDS = ["not_due", "missing", "no_value", "incomplete", "no_target", "on", "near", "off"] as const;

export type StatusKind = (typeof STATUS_KINDS)[number];
