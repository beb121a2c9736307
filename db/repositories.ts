import { auditReader } from "./repositories/audit.ts";
import { organisationReader, organisationWriter } from "./repositories/organisation.ts";
import { peopleReader, peopleWriter } from "./repositories/people.ts";
import type { Reading, Writing } from "./writing.ts";

/** Every repository, as it reads at one moment. */
export function readingsOf(reading: Reading) {
  return {
    audit: auditReader(reading),
    organisation: organisationReader(reading),
    people: peopleReader(reading),
  };
}
export type Readings = ReturnType<typeof readingsOf>;

/** Every repository inside a command: it reads what the command has written so far, and writes. */
export function writingsOf(writing: Writing) {
  const readings = readingsOf(writing);
  return { ...readings, organisation: organisationWriter(writing), people: peopleWriter(writing) };
}
export type Writings = ReturnType<typeof writingsOf>;
