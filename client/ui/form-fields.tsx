import { type ComponentProps, useId } from "react";
import "./field.css";
import { say } from "../text/say.ts";

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

/** Things by their codes. */
export function namedOptions(things: readonly { readonly code: string; readonly name: string }[]): Option[] {
  return things.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
}

/** Words by what they stand for. */
export function wordOptions(words: Readonly<Record<string, string>>): Option[] {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

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
      {options.length === 0 ? <p className="small muted">{say("ui.none")}</p> : null}
      {options.map(({ value, label: text }) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
