import type { Kysely } from "kysely";
import type { Engine } from "../dialect-differences.ts";
import {
  code,
  createTable,
  date,
  flag,
  guardRecords,
  orEmpty,
  ref,
  said,
  type TablePlan,
  text,
  versions,
  whole,
  word,
  written,
} from "./table-plan.ts";

type VersionsPlan = TablePlan & { readonly key: readonly string[] };

const LONG = text(20_000);
const TEXT = said(4000);

const IDENTITIES: readonly TablePlan[] = ["party", "need", "risk", "issue"].map((name) => ({
  name,
  columns: written({ code }),
  unique: [["code"]],
}));

const SAID: readonly VersionsPlan[] = [
  {
    name: "party_version",
    key: ["party_id"],
    columns: {
      party_id: ref("party"),
      name: said(300),
      kind: word("customer", "user", "employee", "owner", "supplier", "authority", "society", "other"),
      withdrawn: flag,
    },
  },
  {
    name: "need_version",
    key: ["need_id"],
    columns: {
      need_id: ref("need"),
      party_id: ref("party"),
      unit_id: ref("unit"),
      text: TEXT,
      requirement: text(1000),
      reviewed_on: orEmpty(date),
      withdrawn: flag,
    },
  },
  {
    name: "risk_version",
    key: ["risk_id"],
    columns: {
      risk_id: ref("risk"),
      kind: word("risk", "opportunity"),
      unit_id: ref("unit"),
      text: TEXT,
      likelihood: whole(1, 5),
      consequence: whole(1, 5),
      treatment: LONG,
      owner_id: orEmpty(ref("person")),
      verdict: word("not_judged", "effective", "not_effective"),
      verdict_reason: LONG,
      withdrawn: flag,
    },
    checks: ["verdict = 'not_judged' or length(verdict_reason) > 0"],
  },
  {
    name: "issue_version",
    key: ["issue_id"],
    columns: {
      issue_id: ref("issue"),
      kind: word("internal", "external"),
      unit_id: ref("unit"),
      text: TEXT,
      reviewed_on: orEmpty(date),
      withdrawn: flag,
    },
  },
  linkOf("objective", "need"),
  linkOf("objective", "risk"),
  linkOf("need", "risk"),
  linkOf("action", "risk"),
];

function linkOf(one: string, other: string): VersionsPlan {
  const key = [`${one}_id`, `${other}_id`];
  return {
    name: `${one}_${other}`,
    key,
    columns: { [`${one}_id`]: ref(one), [`${other}_id`]: ref(other), withdrawn: flag },
  };
}

/** Interested parties, needs, risks, opportunities and issues, and what they are linked to. */
export function context(engine: Engine) {
  return {
    up: async (db: Kysely<unknown>): Promise<void> => {
      for (const plan of IDENTITIES) {
        await createTable(db, engine, plan);
        await guardRecords(db, engine, plan);
      }
      for (const plan of SAID) {
        const table = { ...versions(plan), key: plan.key };
        await createTable(db, engine, table);
        await guardRecords(db, engine, table);
      }
    },
  };
}
