/** The files that a snapshot is written to. */
export const SEALED_FORMATS = ["pdf", "pptx", "xlsx", "csv", "json", "html"] as const;
export type SealedFormat = (typeof SEALED_FORMATS)[number];
