import { useEffect } from "react";

const KEY = "plumbline-single-keys";

/** Whether a letter alone does something on this device (WCAG 2.1.4: one can turn that off). */
export function areSingleKeysOn(): boolean {
  return localStorage.getItem(KEY) !== "off";
}

export function turnSingleKeys(on: boolean): void {
  if (on) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, "off");
}

/** What single keys do while the component stands; not while one types, not in a dialog, and with no other key held. */
export function useSingleKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = keys[event.key];
      if (act === undefined || isBusy(event) || !areSingleKeysOn()) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  });
}

function isBusy({ target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]") !== null;
}
