import type { ReactNode } from "react";
import type { StatusKind } from "../../shared/domain/status-kind.ts";

const CUT = { fill: "none", stroke: "var(--surface, Canvas)", strokeWidth: 1.5, strokeLinecap: "round" } as const;
const RING = { fill: "none", stroke: "currentColor", strokeWidth: 1.5 } as const;

/** One shape for each status: told apart without colour, in greyscale and in print. */
const SHAPE: Record<StatusKind, ReactNode> = {
  on: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4.4 7.2 6.2 9l3.4-3.8" {...CUT} strokeLinejoin="round" />
    </>
  ),
  near: (
    <>
      <path d="M7 1 13.2 12.4H.8Z" fill="currentColor" strokeLinejoin="round" />
      <path d="M7 5v3.4M7 10.3v.2" {...CUT} />
    </>
  ),
  off: (
    <>
      <path d="M7 .4 13.6 7 7 13.6.4 7Z" fill="currentColor" />
      <path d="m5.2 5.2 3.6 3.6m0-3.6L5.2 8.8" {...CUT} />
    </>
  ),
  missing: <rect x="1.5" y="1.5" width="11" height="11" rx="1.5" {...RING} strokeDasharray="2.4 2" />,
  incomplete: (
    <>
      <rect x="1.5" y="1.5" width="11" height="11" rx="1.5" {...RING} />
      <path d="M1.5 7h11v4a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 11Z" fill="currentColor" />
    </>
  ),
  no_target: <circle cx="7" cy="7" r="5.3" {...RING} />,
  not_due: <path d="M3 7h8" {...RING} strokeLinecap="round" />,
  no_value: (
    <>
      <circle cx="7" cy="7" r="5.3" {...RING} />
      <path d="m3.4 10.6 7.2-7.2" {...RING} />
    </>
  ),
};

export function StatusShape({ status, size = 14 }: { status: StatusKind; size?: number }) {
  return (
    <svg
      className="status-shape"
      data-status={status}
      viewBox="0 0 14 14"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {SHAPE[status]}
    </svg>
  );
}
