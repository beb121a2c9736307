import { type RefObject, useEffect, useState } from "react";
import type { ThreadView } from "../../../shared/contracts/strategy.ts";
import { boxesIn, type CardBox, threadPath } from "./thread-lines.ts";

type DrawingProps = {
  readonly frame: RefObject<HTMLElement | null>;
  readonly links: ThreadView["links"];
  /** Cards of the selected thread; null while none is selected. */
  readonly lit: ReadonlySet<string> | null;
};

/** The lines between the cards; what they say stands in the cards and in the list of breaks too. */
export function ThreadDrawing({ frame, links, lit }: DrawingProps) {
  const [boxes, setBoxes] = useState<ReadonlyMap<string, CardBox>>(new Map());
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => setBoxes(boxesIn(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return (
    <svg className="thread-lines" aria-hidden="true">
      {links.map((link) => {
        const from = boxes.get(link.from);
        const to = boxes.get(link.to);
        if (from === undefined || to === undefined) return null;
        const isLit = lit?.has(link.from) === true && lit.has(link.to);
        if (lit !== null && !isLit) return null;
        return <path key={`${link.from} ${link.to}`} d={threadPath(from, to)} className={isLit ? "lit" : undefined} />;
      })}
    </svg>
  );
}
