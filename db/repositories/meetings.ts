import type { DateText } from "../../shared/domain/calendar.ts";
import type { Month } from "../../shared/domain/month.ts";
import { inForce } from "../in-force.ts";
import { nextNumber } from "../numbering.ts";
import { referencesTo } from "../references.ts";
import { identityOf, type Said, sayVersion, sayVersions } from "../versions.ts";
import type { Reading, Writing } from "../writing.ts";

/** A management review: planned, running, held. */
export type Review = {
  /** Its number, `V-0001`. */
  readonly code: string;
  readonly version: number;
  readonly title: string;
  readonly level: "organisation" | "area" | "unit";
  /** Code. */
  readonly unit: string;
  /** The month that it looks at. */
  readonly period: Month;
  readonly plannedOn: DateText;
  readonly heldOn: DateText | null;
  readonly state: "planned" | "running" | "held" | "cancelled";
  readonly participants: string;
  readonly minutes: string;
};

/** Whether an input was covered in a review, and what was concluded. */
export type ReviewInput = {
  readonly review: string;
  readonly input: string;
  readonly version: number;
  readonly covered: boolean;
  readonly note: string;
};

export function meetingsReader({ db, moment }: Reading) {
  return {
    /** Reviews of units (null: of all), the newest plan first. */
    meetings: async (units: readonly string[] | null): Promise<Review[]> => {
      if (units?.length === 0) return [];
      let query = db
        .selectFrom("review as r")
        .innerJoin("review_version as v", "v.review_id", "r.id")
        .innerJoin("unit as u", "u.id", "v.unit_id")
        .where(inForce("v", moment))
        .select(["r.code", "v.n as version", "v.title", "v.level", "u.code as unit", "v.period", "v.state"])
        .select(["v.planned_on as plannedOn", "v.held_on as heldOn", "v.participants", "v.minutes"])
        .orderBy("v.planned_on", "desc")
        .orderBy("r.id", "desc");
      if (units !== null) query = query.where("u.code", "in", [...units]);
      const rows = await query.execute();
      return rows.map(({ period, plannedOn, heldOn, ...row }) => ({
        ...row,
        period: period as Month,
        plannedOn: plannedOn as DateText,
        heldOn: heldOn as DateText | null,
      }));
    },
    /** Inputs that were noted in these reviews, by review and letter. */
    inputs: async (reviews: readonly string[]): Promise<ReviewInput[]> => {
      if (reviews.length === 0) return [];
      const rows = await db
        .selectFrom("review_input as i")
        .innerJoin("review as r", "r.id", "i.review_id")
        .where(inForce("i", moment))
        .where("r.code", "in", [...reviews])
        .select(["r.code as review", "i.input", "i.n as version", "i.covered", "i.note"])
        .orderBy("r.id")
        .orderBy("i.input")
        .execute();
      return rows.map(({ covered, ...row }) => ({ ...row, covered: covered === 1 }));
    },
  };
}

/** Without `code` it is a new review, which gets the next number. */
export type ReviewSaying = Omit<Review, "code" | "version"> & {
  readonly code: string | null;
  readonly expectedVersion?: number;
};

export function meetingsWriter(writing: Writing) {
  return {
    putMeeting: async (saying: ReviewSaying): Promise<Said & { readonly code: string }> => {
      const code = saying.code ?? (await nextNumber(writing, "review"));
      const units = await referencesTo(writing, "unit", [saying.unit]);
      const said = await sayVersion(writing, "review_version", {
        key: { review_id: await identityOf(writing, "review", code) },
        values: {
          title: saying.title,
          level: saying.level,
          unit_id: units.of(saying.unit),
          period: saying.period,
          planned_on: saying.plannedOn,
          held_on: saying.heldOn,
          state: saying.state,
          participants: saying.participants,
          minutes: saying.minutes,
        },
        expectedVersion: saying.expectedVersion,
      });
      return { ...said, code };
    },
    noteInputs: async (
      review: string,
      inputs: readonly (Pick<ReviewInput, "input" | "covered" | "note"> & { readonly expectedVersion?: number })[],
    ): Promise<Said[]> => {
      const reviews = await referencesTo(writing, "review", [review]);
      const sayings = inputs.map(({ input, covered, note, expectedVersion }) => ({
        key: { review_id: reviews.of(review), input },
        values: { covered: covered ? 1 : 0, note } as const,
        expectedVersion,
      }));
      return sayVersions(writing, "review_input", sayings);
    },
  };
}
