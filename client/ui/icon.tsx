import type { ReactNode } from "react";

const DRAWINGS = {
  list: (
    <>
      <rect x="3.5" y="4.5" width="5" height="5" rx="1" />
      <rect x="3.5" y="14.5" width="5" height="5" rx="1" />
      <path d="M12.5 5.5h8M12.5 8.5h5M12.5 15.5h8M12.5 18.5h5" />
    </>
  ),
  thread: (
    <>
      <circle cx="5" cy="6" r="2" />
      <circle cx="12" cy="14" r="2" />
      <circle cx="19" cy="18" r="2" />
      <path d="M6.6 7.3 10.4 12.7M13.9 14.8l3.2 2.1" />
    </>
  ),
  search: (
    <>
      <circle cx="10.5" cy="10.5" r="6" />
      <path d="m15 15 5 5" />
    </>
  ),
  compass: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <path d="m15.5 8.5-2 5-5 2 2-5z" />
    </>
  ),
  pencil: <path d="M4 20l1-4.5L16.2 4.3a1.8 1.8 0 0 1 2.5 0l1 1a1.8 1.8 0 0 1 0 2.5L8.5 19 4 20zM14.2 6.3l3.5 3.5" />,
  camera: (
    <>
      <path d="M4.5 8h3l1.6-2.5h5.8L16.5 8h3A1.5 1.5 0 0 1 21 9.5v8a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5v-8A1.5 1.5 0 0 1 4.5 8z" />
      <circle cx="12" cy="13" r="3.2" />
    </>
  ),
  upload: (
    <path d="M12 15.500V4.500m0 0L8 8.500m4-4 4 4M4.500 15.500v3a1.500 1.500 0 0 0 1.500 1.500h12a1.500 1.500 0 0 0 1.500-1.500v-3" />
  ),
  cog: (
    <>
      <circle cx="12" cy="12" r="3" />
      <path d="M12 3.500v3m0 11v3m8.500-8.500h-3m-11 0h-3m14.500-6-2.100 2.100M8.100 15.900 6 18m12 0-2.100-2.100M8.100 8.100 6 6" />
    </>
  ),
  gavel: (
    <path d="m13 5 6 6m-8-4 6 6m-4.500-6.500L14.500 4.500m3 9L19.500 11.500M12.500 10.500 4.500 18.500M13 20.500h7" />
  ),
  question: (
    <path d="M9.300 9.200a2.800 2.800 0 1 1 4 2.600c-.900.500-1.300 1-1.300 2.200m0 2.700v.300M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z" />
  ),
  flag: <path d="M6 21V4m0 1h10.500l-2 3.500 2 3.500H6" />,
  calendar: (
    <>
      <rect x="4" y="5.5" width="16" height="14.5" rx="1.8" />
      <path d="M4 10h16M8.500 3.500v4M15.500 3.500v4M8.500 15l2.500 2.500 4.500-4.500" />
    </>
  ),
  target: (
    <>
      <circle cx="12" cy="12" r="8.5" />
      <circle cx="12" cy="12" r="4" />
      <path d="M12 12l7-7" />
    </>
  ),
  scroll: (
    <path d="M7 4.500h10.500V17a2.500 2.500 0 0 1-2.500 2.500H6A2.500 2.500 0 0 1 3.500 17v-1h9v1a2.500 2.500 0 0 0 2.500 2.500M7 4.500V16M10 8.500h4.500M10 12h4.500M17.500 4.500a2 2 0 0 1 3.500 1.500v1.500h-3.500" />
  ),
  cap: (
    <path d="m3 9.500 9-4.500 9 4.500-9 4.500zM7 11.500V16c1.500 1.300 3.200 2 5 2s3.500-.7 5-2v-4.500M21 9.500v5" />
  ),
  grid: (
    <>
      <rect x="4" y="4" width="16" height="16" rx="1.8" />
      <path d="M4 9.500h16M4 14.500h16M9.500 4v16M12.500 17l1.300 1.300 2.700-3" />
    </>
  ),
  record: <path d="M4 4v16h16M7.500 15.500l3.500-4 3 2.500 5.500-7" />,
  person: (
    <>
      <circle cx="12" cy="8" r="3.8" />
      <path d="M4.8 20c.6-4 3.4-5.8 7.2-5.8s6.6 1.8 7.2 5.8" />
    </>
  ),
  hand: (
    <path d="M7 13V7.5a1.5 1.5 0 0 1 3 0V5.5a1.5 1.5 0 0 1 3 0v2a1.5 1.5 0 0 1 3 0v2a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6c-3 0-4.5-1.5-6-4l-2.5-4a1.5 1.5 0 0 1 2.5-1.5z" />
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof DRAWINGS;

/** A drawing beside a word, never instead of one: the word says what it is, so readers that speak pass it over. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden="true"
      width="18"
      height="18"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {DRAWINGS[name]}
    </svg>
  );
}
