import type { ComponentProps, ReactNode } from "react";
import "./field.css";

/** Yes or no, with what it means beside it. */
export function Tick({ children, ...input }: ComponentProps<"input"> & { children: ReactNode }) {
  return (
    <label className="tick">
      <input {...input} type="checkbox" />
      <span>{children}</span>
    </label>
  );
}
