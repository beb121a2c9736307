import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { neighbour } from "../ui/roving.ts";
import { KIND_WORD, type PaletteItem } from "./palette-items.ts";
import { usePalette } from "./use-palette.ts";
import "../ui/field.css";
import "../ui/picker.css";
import "./palette.css";

const keyOf = ({ kind, code }: PaletteItem) => `${kind}-${code}`;

/** One line that leads to every KPI, unit, objective, action, decision, person, screen and command. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const { query, setQuery, items, isAsking, choose } = usePalette({ onKeys });
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const [isWaiting, setWaiting] = useState(false);
  const keys = items.map(keyOf);
  const activeKey = active !== null && keys.includes(active) ? active : keys[0];
  const run = (item: PaletteItem | undefined) => {
    if (item === undefined) return;
    onClose();
    choose(item);
  };
  const runActive = () => run(items.find((item) => keyOf(item) === activeKey));

  // Enter that came before the answer goes by the answer, not by what stood there before.
  useEffect(() => {
    if (!isWaiting || isAsking) return;
    setWaiting(false);
    runActive();
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter") {
      event.preventDefault();
      if (isAsking) setWaiting(true);
      else runActive();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const next = neighbour(keys, activeKey ?? "", event.key);
    if (next === null) return;
    setActive(next);
    list.current?.querySelector(`[data-key="${CSS.escape(next)}"]`)?.scrollIntoView({ block: "nearest" });
  };

  return (
    <Dialog title="Find or do" onClose={onClose} width={620}>
      <input
        className="input"
        role="combobox"
        aria-label="A KPI, unit, objective, action, decision, person, screen or command"
        aria-expanded="true"
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={activeKey === undefined ? undefined : `${id}-${activeKey}`}
        placeholder="Type a name or a code"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(null);
          list.current?.scrollTo({ top: 0 });
        }}
        onKeyDown={onKeyDown}
      />
      <Options id={id} list={list} items={items} activeKey={activeKey} onRun={run} />
      <p className="small muted palette-foot" role="status">
        {items.length === 0 && !isAsking ? "Nothing of that name among what you may see." : ""}
      </p>
    </Dialog>
  );
}

type OptionsProps = {
  id: string;
  list: RefObject<HTMLDivElement | null>;
  items: readonly PaletteItem[];
  activeKey: string | undefined;
  onRun: (item: PaletteItem) => void;
};

function Options({ id, list, items, activeKey, onRun }: OptionsProps) {
  return (
    <div className="option-list palette-list" role="listbox" aria-label="What was found" id={id} ref={list}>
      {items.map((item) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the line above takes the keys for every option
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the line above
        <div
          key={keyOf(item)}
          id={`${id}-${keyOf(item)}`}
          className="option"
          role="option"
          data-key={keyOf(item)}
          data-active={keyOf(item) === activeKey}
          aria-selected={keyOf(item) === activeKey}
          onClick={() => onRun(item)}
        >
          <span className="palette-name">
            {item.name}
            {item.note === "" ? null : <span className="small muted">{item.note}</span>}
          </span>
          <span className="small muted">{KIND_WORD[item.kind]}</span>
        </div>
      ))}
    </div>
  );
}
