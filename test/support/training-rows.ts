import type { RecordTable } from "../../db/record-tables.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** A row of each table of competence and training. */
export const trainingRows = ({
  said,
  version,
  withdrawn,
}: Readonly<Record<"said" | "version" | "withdrawn", Row>>): readonly (readonly [RecordTable, Row])[] => [
  ["training", { ...said, code: "T-0001" }],
  [
    "training_version",
    {
      ...version,
      ...{ training_id: 1, title: "Doors", unit_id: 1, objective_id: 1, action_id: 1, description: "" },
      ...{ valid_months: 24, ...withdrawn },
    },
  ],
  ["competence_need", { ...said, code: "C-0001" }],
  [
    "competence_need_version",
    {
      ...version,
      ...{ competence_need_id: 1, unit_id: 1, role: "contributor", competence: "Adjusts doors", training_id: 1 },
      ...withdrawn,
    },
  ],
  [
    "training_record",
    {
      ...version,
      ...{ public_id: "01890000-0000-7000-8000-000000000007", training_id: 1, person_id: 1, unit_id: 1 },
      ...{ held_on: "2026-01-10", result: "passed", valid_to: "2028-01-10", note: "", by_id: 1, ...withdrawn },
    },
  ],
  ["competence_feed", { ...version, kpi_id: 1, ...withdrawn }],
];
