import { type KeyboardEvent, type MouseEvent, useMemo, useState } from "react";
import { heatLayers } from "../../shared/charts/heat-shape.ts";
import type { StatusKind } from "../../shared/domain/status-kind.ts";
import { useWidth } from "../ui/use-width.ts";
import { stepTo } from "./step-to.ts";
import "./heat-map.css";
import { say } from "../text/say.ts";

export type HeatPlace = { row: number; column: number };

type HeatMapProps = {
  name: string;
  rows: readonly { key: string; head: React.ReactNode; statuses: readonly StatusKind[] }[];
  columns: readonly { key: string; text: string }[];
  /** What is known of a cell, in words: shown above the map, and heard. */
  tell: (place: HeatPlace) => string;
  onOpen: (row: number) => void;
};

const ROW = 24;
const SMALLEST = 15;

/** Units down, months across, each cell a status by shape and colour. One picture; a pointer or the arrow keys read it. */
export function HeatMap({ name, rows, columns, tell, onOpen }: HeatMapProps) {
  const [box, width] = useWidth<HTMLDivElement>();
  const [place, setPlace] = useState<HeatPlace | null>(null);
  const names = width < 560 ? 112 : 176;
  const cell = Math.max(SMALLEST, Math.min(40, Math.floor((width - names - 4) / Math.max(1, columns.length))));
  const layers = useMemo(
    () =>
      heatLayers(
        rows.map(({ statuses }) => statuses),
        { cell, row: ROW },
      ),
    [rows, cell],
  );
  const size = { width: cell * columns.length, height: ROW * rows.length };
  return (
    <div className="heat" ref={box}>
      <p className="heat-readout small" aria-live="polite">
        {place === null ? say("ui.pointAtCell") : tell(place)}
      </p>
      <section className="heat-box" aria-label={name} style={{ gridTemplateColumns: `${names}px max-content` }}>
        <div className="heat-corner" />
        <div className="heat-head">
          {columns.map(({ key, text }) => (
            <span key={key} style={{ inlineSize: cell }} title={key}>
              {text}
            </span>
          ))}
        </div>
        <ul className="heat-names">
          {rows.map(({ key, head }) => (
            <li key={key} style={{ blockSize: ROW }}>
              {head}
            </li>
          ))}
        </ul>
        <div className="heat-cells" style={size}>
          <svg className="chart" viewBox={`0 0 ${size.width} ${size.height}`} {...size} role="img" aria-label={name}>
            {layers.map(({ status, ground, mark }) => (
              <g key={status} className={`heat-${status}`} data-status={status}>
                <path className="heat-ground" d={ground} />
                <path className="heat-mark" d={mark} />
              </g>
            ))}
            {place === null ? null : (
              <rect
                key={`${place.row} ${place.column}`}
                ref={keepInSight}
                className="heat-cursor"
                x={place.column * cell}
                y={place.row * ROW}
                width={cell}
                height={ROW}
              />
            )}
          </svg>
          <CellReader
            name={name}
            reach={{ rows: rows.length, columns: columns.length, cell }}
            place={place}
            text={place === null ? "" : tell(place)}
            onMove={setPlace}
            onOpen={onOpen}
          />
        </div>
      </section>
    </div>
  );
}

/** Follows the keys, never the pointer: what the pointer rests on is in sight. */
function keepInSight(cursor: SVGRectElement | null): void {
  if (document.activeElement?.className !== "heat-reader") return;
  cursor?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

type Reach = { rows: number; columns: number; cell: number };

type CellReaderProps = {
  name: string;
  reach: Reach;
  place: HeatPlace | null;
  text: string;
  onMove: (place: HeatPlace | null) => void;
  onOpen: (row: number) => void;
};

/** Lets a pointer and the arrow keys rest on a cell; Enter or a click opens its unit. */
function CellReader({ name, reach, place, text, onMove, onOpen }: CellReaderProps) {
  const current = place ?? { row: 0, column: reach.columns - 1 };
  const under = (event: MouseEvent<HTMLElement>): HeatPlace => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const clamp = (value: number, last: number) => Math.max(0, Math.min(last, Math.floor(value)));
    return {
      row: clamp((event.clientY - top) / ROW, reach.rows - 1),
      column: clamp((event.clientX - left) / reach.cell, reach.columns - 1),
    };
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === "Enter") onOpen(current.row);
    const next = nextPlace(event.key, current, reach);
    if (next === undefined) return;
    event.preventDefault();
    onMove(next);
  };
  return (
    <div
      className="heat-reader"
      role="slider"
      tabIndex={0}
      aria-label={say("ui.heatCells", { name })}
      aria-valuemin={1}
      aria-valuemax={reach.rows * reach.columns}
      aria-valuenow={current.row * reach.columns + current.column + 1}
      aria-valuetext={text}
      onPointerMove={(event) => onMove(under(event))}
      onPointerLeave={() => onMove(null)}
      onClick={(event) => onOpen(under(event).row)}
      onFocus={() => onMove(current)}
      onBlur={() => onMove(null)}
      onKeyDown={move}
    />
  );
}

function nextPlace(key: string, { row, column }: HeatPlace, reach: Reach): HeatPlace | null | undefined {
  if (key === "Escape") return null;
  if (key === "ArrowUp") return { row: Math.max(0, row - 1), column };
  if (key === "ArrowDown") return { row: Math.min(reach.rows - 1, row + 1), column };
  const across = stepTo(key, column, reach.columns - 1);
  return across === undefined ? undefined : { row, column: across };
}
