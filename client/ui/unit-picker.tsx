import { type KeyboardEvent, useId, useRef, useState } from "react";
import { Popover } from "./popover.tsx";
import { neighbour } from "./roving.ts";
import { type PickableUnit, searchUnits } from "./unit-search.ts";
import "./field.css";
import "./picker.css";
import { say } from "../text/say.ts";

type UnitPickerProps = { units: readonly PickableUnit[]; current: string; onPick: (code: string) => void };

/** The part of the organisation on the screen, and the tree of those one may see, with search. */
export function UnitPicker({ units, current, onPick }: UnitPickerProps) {
  const name = units.find((unit) => unit.code === current)?.name ?? current;
  return (
    <Popover label={say("ui.unit", { name })} width={340} face={<span className="unit-face">{name}</span>}>
      {(close) => (
        <UnitList
          units={units}
          current={current}
          onPick={(code) => {
            close();
            onPick(code);
          }}
        />
      )}
    </Popover>
  );
}

function UnitList({ units, current, onPick }: UnitPickerProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState("");
  const [active, setActive] = useState(current);
  const { found, more, isFlat } = searchUnits(units, query);
  const codes = found.map((unit) => unit.code);
  const activeCode = codes.includes(active) ? active : codes[0];

  const move = (event: KeyboardEvent) => {
    if (event.key === "Enter" && activeCode !== undefined) onPick(activeCode);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const next = neighbour(codes, activeCode ?? "", event.key);
    if (next === null) return;
    setActive(next);
    list.current?.querySelector(`[data-code="${next}"]`)?.scrollIntoView({ block: "nearest" });
  };

  return (
    <>
      <input
        className="input"
        role="combobox"
        aria-label={say("ui.searchUnits")}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={activeCode === undefined ? undefined : `${id}-${activeCode}`}
        placeholder={say("ui.searchUnits")}
        autoComplete="off"
        data-autofocus
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={move}
      />
      <div className="option-list" role="listbox" aria-label={say("ui.units")} id={id} ref={list}>
        {found.map((unit) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the search line takes the keys for every option
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search line
          <div
            key={unit.code}
            id={`${id}-${unit.code}`}
            className="option"
            role="option"
            data-code={unit.code}
            data-active={unit.code === activeCode}
            aria-selected={unit.code === current}
            style={isFlat ? undefined : { paddingInlineStart: `calc(8px + ${unit.depth} * 14px)` }}
            onClick={() => onPick(unit.code)}
          >
            {unit.name}
            <span className="small muted">{unit.code}</span>
          </div>
        ))}
      </div>
      <p className="small muted" role="status">
        {resultSentence(found.length, more)}
      </p>
    </>
  );
}

function resultSentence(found: number, more: number): string {
  if (found === 0) return say("ui.noUnitFound");
  return more === 0 ? "" : say("ui.moreUnits", { count: more });
}
