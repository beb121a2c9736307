import { Button } from "../../ui/button.tsx";
import { Popover } from "../../ui/popover.tsx";
import type { Exports } from "./use-exports.ts";

type Choice = { readonly name: string; readonly what: Parameters<Exports["ask"]>[0] };

const FIRST: readonly Choice[] = [
  { name: "PDF", what: { format: "pdf" } },
  { name: "PowerPoint", what: { format: "pptx" } },
  { name: "Excel", what: { format: "xlsx" } },
];
const MORE: readonly Choice[] = [
  { name: "PDF, Letter paper", what: { format: "pdf", paper: "letter" } },
  { name: "Web file", what: { format: "html" } },
  { name: "CSV", what: { format: "csv" } },
  { name: "JSON", what: { format: "json" } },
];

/** What the snapshot can be written to. */
export function ExportButtons({ onAsk }: { onAsk: Exports["ask"] }) {
  return (
    <>
      {FIRST.map(({ name, what }) => (
        <Button key={name} onClick={() => onAsk(what)}>
          {name}
        </Button>
      ))}
      <Popover face="More files" label="More files" width={200}>
        {(close) => (
          <div className="export-choices">
            {MORE.map(({ name, what }) => (
              <Button
                key={name}
                kind="quiet"
                onClick={() => {
                  close();
                  onAsk(what);
                }}
              >
                {name}
              </Button>
            ))}
          </div>
        )}
      </Popover>
    </>
  );
}
