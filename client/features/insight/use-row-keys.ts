import { type RefObject, useEffect } from "react";

const STEP: Record<string, number> = { j: 1, k: -1 };

/** `j` and `k` move the focus between the rows of a table; not while one types. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent) => {
      const step = STEP[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...(table.current?.querySelectorAll<HTMLElement>(".row-link") ?? [])];
      const at = links.indexOf(document.activeElement as HTMLElement);
      const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
      links[next]?.focus();
    };
    document.addEventListener("keydown", move);
    return () => document.removeEventListener("keydown", move);
  }, [table]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [role=dialog]") !== null;
}
