import type { ReactNode } from "react";
import { useDelayed } from "./use-delayed.ts";
import "./skeleton.css";
import { say } from "../text/say.ts";

export function Skeleton({ width = "100%", height = 20 }: { width?: number | string; height?: number | string }) {
  return <span className="skeleton" style={{ inlineSize: width, blockSize: height }} />;
}

export function SkeletonRows({ rows }: { rows: number }) {
  return (
    <div className="skeleton-rows">
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move
        <div key={row} className="skeleton-row">
          <Skeleton height={14} />
        </div>
      ))}
    </div>
  );
}

/** Keeps the place of what is on its way: empty for 150 ms, then shapes of the final size, after 5 s also words. */
export function Waiting({ what, children }: { what: string; children: ReactNode }) {
  const isVisible = useDelayed(true, 150);
  const isLong = useDelayed(true, 5000);
  return (
    <div aria-busy="true">
      <div style={{ visibility: isVisible ? "visible" : "hidden" }} aria-hidden="true">
        {children}
      </div>
      <p className="waiting" role="status">
        {isLong ? say("ui.stillLoading", { what }) : ""}
      </p>
    </div>
  );
}
