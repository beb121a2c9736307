import { type KeyboardEvent, type ReactNode, useId, useRef } from "react";
import { neighbour } from "./roving.ts";
import "./tabs.css";

type TabsProps<Name extends string> = {
  label: string;
  current: Name;
  tabs: readonly { name: Name; label: string }[];
  onChange: (name: Name) => void;
  /** Stands at the end of the line of tabs. */
  aside?: ReactNode;
  children: ReactNode;
};

/** Several views of one thing; the arrow keys move between them. */
export function Tabs<Name extends string>({ label, current, tabs, onChange, aside, children }: TabsProps<Name>) {
  const id = useId();
  const line = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = neighbour(
      tabs.map((tab) => tab.name),
      current,
      event.key,
    );
    if (next === null) return;
    event.preventDefault();
    onChange(next);
    line.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus();
  };
  return (
    <>
      <div className="card-head">
        <div className="tabs" role="tablist" aria-label={label} ref={line}>
          {tabs.map((tab) => (
            <button
              key={tab.name}
              type="button"
              role="tab"
              className="tab"
              data-tab={tab.name}
              id={`${id}-${tab.name}`}
              aria-selected={tab.name === current}
              aria-controls={`${id}-panel`}
              tabIndex={tab.name === current ? 0 : -1}
              onClick={() => onChange(tab.name)}
              onKeyDown={move}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </>
  );
}
