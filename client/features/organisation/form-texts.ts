import type { FormEvent } from "react";

/** Reads a form by the names of its fields. */
export function formTexts(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault();
  const form = new FormData(event.currentTarget);
  return (name) => String(form.get(name) ?? "").trim();
}

/** Null for a field that was left empty. */
export function orNull(text: string): string | null {
  return text === "" ? null : text;
}
