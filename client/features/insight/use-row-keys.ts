import type { RefObject } from "react";
import { useSingleKeys } from "../../ui/single-keys.ts";

/** `j` and `k` move the focus between the rows of a table. */
export function useRowKeys(table: RefObject<HTMLElement | null>): void {
  const step = (by: number) => {
    const links = [...(table.current?.querySelectorAll<HTMLElement>(".row-link") ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
    links[next]?.focus();
  };
  useSingleKeys({ j: () => step(1), k: () => step(-1) });
}
