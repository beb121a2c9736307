import { type ReactNode, useRef, useState } from "react";
import type { ChartTable } from "../../shared/charts/chart-table.ts";
import { Button } from "../ui/button.tsx";
import { Popover } from "../ui/popover.tsx";
import { saveFile } from "../ui/save-file.ts";
import type { PictureWords } from "./chart-picture.ts";
import type { PictureKind } from "./picture-files.ts";
import "./chart-files.css";

type ChartFilesProps = {
  /** What the files are called, without an ending. */
  file: string;
  words: PictureWords;
  table: ChartTable;
  children: ReactNode;
};

const KINDS: readonly (readonly [PictureKind, string])[] = [
  ["svg", "Picture, SVG"],
  ["png", "Picture, PNG"],
  ["csv", "Numbers, CSV"],
];

/** A chart, and a button that saves it: as it is drawn on the screen now, or as its numbers. */
export function ChartFiles({ file, words, table, children }: ChartFilesProps) {
  const box = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (kind: PictureKind) => {
    if (box.current === null) return;
    try {
      const { pictureFile } = await import("./picture-files.ts");
      saveFile(`${file}.${kind}`, await pictureFile(kind, { box: box.current, words, table }));
      setFailure(null);
    } catch {
      setFailure("The chart could not be saved. Try again, or save it in another form.");
    }
  };
  return (
    <>
      <div ref={box}>{children}</div>
      <div className="chart-files small">
        <Popover face="Save chart" label={`Save chart: ${words.subtitle}`} width={180}>
          {(close) => (
            <div className="chart-files-kinds">
              {KINDS.map(([kind, name]) => (
                <Button
                  key={kind}
                  kind="quiet"
                  onClick={() => {
                    close();
                    void save(kind);
                  }}
                >
                  {name}
                </Button>
              ))}
            </div>
          )}
        </Popover>
        {failure === null ? null : (
          <p className="field-error" role="alert">
            {failure}
          </p>
        )}
      </div>
    </>
  );
}
