/** The papers that pages are written for, both landscape. */
export const PAPER_NAMES = ["a4", "letter"] as const;
export type PaperName = (typeof PAPER_NAMES)[number];
