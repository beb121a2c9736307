import { z } from "zod";
import { isMonth, type Month } from "../domain/month.ts";

/** Codes of units, KPIs, themes, objectives and people: case-sensitive, used by files and URLs. */
export const codeSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, "not a code");
export const monthSchema = z.custom<Month>((value) => typeof value === "string" && isMonth(value), "not a month");
export const dateSchema = z.iso.date();
/** An as-of date means its end in the organisation's zone; an instant means itself. */
export const asOfSchema = z.union([z.iso.date(), z.iso.datetime()]);

export const figureSchema = z.object({
  kind: z.enum(["number", "not_applicable", "missing"]),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
});
export type FigureView = z.infer<typeof figureSchema>;

/** A figure as text, rounded as it is judged; "–" where there is no number. */
const shown = z.string();

export const statusSchema = z.enum(["not_due", "missing", "no_value", "incomplete", "no_target", "on", "near", "off"]);

export const directionSchema = z.enum(["higher", "lower", "band", "neutral"]);
export const variationSchema = z.enum(["improving", "worsening", "one_off", "stable", "higher", "lower", "too_few"]);
export const outlookSchema = z.enum(["will_meet", "may_miss", "will_miss"]);
export const variationIconSchema = z.enum([
  "common_cause",
  "improvement_high",
  "improvement_low",
  "concern_high",
  "concern_low",
  "neutral_high",
  "neutral_low",
]);
export const assuranceIconSchema = z.enum(["pass", "fail", "inconsistent"]);
export const pointTypeSchema = z.enum([
  "common_cause",
  "special_cause_improvement",
  "special_cause_concern",
  "special_cause_neutral_high",
  "special_cause_neutral_low",
]);

/** A target in force: one value, or the two edges of a band. `label` reads "≤ 4.0", "≥ 92.0" or "3.0–5.0". */
export const targetSchema = z.object({
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  label: z.string(),
});
export type TargetView = z.infer<typeof targetSchema>;

export const coverageSchema = z.object({ reported: z.number().int(), due: z.number().int() });

/** Value against target: `difference` is value minus target (to the nearer edge of a band; 0 inside it). */
export const varianceSchema = z.object({
  difference: z.number(),
  shown,
  favourable: z.boolean().nullable(),
});

export const unitRefSchema = z.object({ code: codeSchema, name: z.string(), kind: z.string() });
export const shownSchema = shown;
