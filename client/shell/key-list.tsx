import { useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import { areSingleKeysOn, turnSingleKeys } from "../ui/single-keys.ts";
import { Tick } from "../ui/tick.tsx";
import "./key-list.css";

type Keys = { readonly where: string; readonly keys: readonly (readonly [keys: string, does: string])[] };

const KEYS: readonly Keys[] = [
  {
    where: "Everywhere",
    keys: [
      ["Ctrl K", "find or do anything"],
      ["?", "this list"],
      ["Esc", "close what is open and go back to where one was"],
    ],
  },
  {
    where: "Overview",
    keys: [
      ["j, k", "next and previous KPI"],
      ["Enter", "open it"],
    ],
  },
  {
    where: "Charts and heat maps",
    keys: [
      ["← →", "read the months one by one"],
      ["Home, End", "first and last month"],
    ],
  },
  {
    where: "Entering results",
    keys: [
      ["Enter, Shift Enter", "keep and go down or up"],
      ["F2", "edit the cell"],
      ["Alt C", "write a cause"],
      ["Ctrl D", "fill down"],
      ["Ctrl Z, Ctrl Y", "undo and redo"],
      ["Ctrl Enter", "submit the month"],
    ],
  },
  {
    where: "Review meeting",
    keys: [
      ["n, p", "next and previous step"],
      ["d", "decide"],
    ],
  },
  {
    where: "Presentation",
    keys: [
      ["← →", "turn the page"],
      ["Home, End", "first and last page"],
      ["f", "fill the screen"],
      ["Esc", "leave"],
    ],
  },
];

/** Every key that does something, and whether a letter alone may. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const [isOn, setOn] = useState(areSingleKeysOn);
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} width={560}>
      <div className="key-list">
        {KEYS.map(({ where, keys }) => (
          <section key={where} aria-label={where}>
            <h3>{where}</h3>
            <dl>
              {keys.map(([pressed, does]) => (
                <div key={pressed}>
                  <dt>
                    <kbd>{pressed}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Tick
        checked={isOn}
        onChange={(event) => {
          turnSingleKeys(event.currentTarget.checked);
          setOn(event.currentTarget.checked);
        }}
      >
        Letters alone do something on this device (? j k n p d). On a Mac, Ctrl is ⌘.
      </Tick>
    </Dialog>
  );
}
