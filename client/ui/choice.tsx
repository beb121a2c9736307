import { type ComponentProps, type ReactNode, useId } from "react";
import "./field.css";

type ChoiceProps = ComponentProps<"select"> & {
  label: string;
  options: readonly { value: string; label: string }[];
};

/** One of several words, with its label. */
export function Choice({ label, options, ...select }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} className="input">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Yes or no, with what it means beside it. */
export function Tick({ children, ...input }: ComponentProps<"input"> & { children: ReactNode }) {
  return (
    <label className="tick">
      <input {...input} type="checkbox" />
      <span>{children}</span>
    </label>
  );
}
