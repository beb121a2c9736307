import type { ReactNode } from "react";
import "./table.css";

/** A wide table in a box of its own that scrolls, by keyboard too; its first column stays in sight. */
export function TableBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="table-box" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
