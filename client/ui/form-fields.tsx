import { type ComponentProps, useId } from "react";
import "./field.css";

/** A labelled text of several lines. */
export function TextArea({ label, ...rest }: ComponentProps<"textarea"> & { label: string }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea rows={3} {...rest} id={id} />
    </div>
  );
}

export type Option = { readonly value: string; readonly label: string };

/** One of a list. */
export function SelectField({
  label,
  options,
  ...rest
}: ComponentProps<"select"> & { label: string; options: readonly Option[] }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

type CheckListProps = {
  label: string;
  options: readonly Option[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Any number of a list, in the order of the list. */
export function CheckList({ label, options, chosen, onChange }: CheckListProps) {
  const toggle = (value: string) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    onChange(options.map((option) => option.value).filter((each) => next.has(each)));
  };
  return (
    <fieldset className="check-list">
      <legend>{label}</legend>
      {options.length === 0 ? <p className="small muted">There are none yet.</p> : null}
      {options.map(({ value, label: text }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
