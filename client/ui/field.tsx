import { type ComponentProps, useId } from "react";
import "./field.css";

/** A labelled line of text; what is wrong with it is said below it. */
export function Field({
  label,
  error,
  ...input
}: ComponentProps<"input"> & { label: string; error?: string | undefined }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
      />
      {error === undefined ? null : (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}
