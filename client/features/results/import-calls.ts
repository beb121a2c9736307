import type { ImportPreview } from "../../../shared/contracts/imports.ts";
import type { ImportKind } from "../../../shared/domain/imports/columns.ts";
import type { DecimalSetting } from "../../../shared/domain/number-recognition.ts";
import { type Failure, failureOf } from "../../failure.ts";

export type Sending = {
  readonly kind: ImportKind;
  readonly body: Blob;
  readonly decimal: DecimalSetting;
  /** Judges the file and stores nothing. */
  readonly dryRun: boolean;
};

/** Sends a file of rows; answers the report on it, or why there is none. */
export async function sendRows({ kind, body, decimal, dryRun }: Sending): Promise<ImportPreview | Failure> {
  try {
    const query = new URLSearchParams({ decimal, dryRun: String(dryRun), withRows: String(dryRun) });
    const response = await fetch(`/api/v1/imports/${kind}?${query}`, {
      method: "POST",
      headers: { "content-type": body.type === "" ? "text/csv" : body.type },
      body,
    });
    const answer: unknown = await response.json();
    return isReport(answer) ? answer : failureOf({ data: answer });
  } catch (error) {
    return failureOf(error);
  }
}

function isReport(answer: unknown): answer is ImportPreview {
  return typeof answer === "object" && answer !== null && "outcome" in answer;
}

export function isFailure(answer: ImportPreview | Failure): answer is Failure {
  return "code" in answer;
}

/** Rows as a file again, after some of their cells were mended on the screen. */
export function csvOf(header: readonly string[], rows: readonly (readonly string[])[]): Blob {
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
  return new Blob([[header, ...rows].map(line).join("\r\n")], { type: "text/csv" });
}
