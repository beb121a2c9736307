import { sealLength } from "../../../shared/files/sealed-file.ts";
import { payloadParts } from "../../files/office-payload.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { workbookSheetParts } from "../../files/write-workbook.ts";
import { type ZipPart, zipBytes } from "../../files/zip-writer.ts";
import type { Pack } from "../pack/pack.ts";
import { chartSheet } from "./chart-sheet.ts";
import { aboutSheet, actionsSheet, definitionsSheet, summarySheet } from "./plain-sheets.ts";
import { bowlerSheet, dataSheet, resultsSheet } from "./result-sheets.ts";

/** The snapshot as a workbook, row by row in constant memory. */
export function sheetsBytes(pack: Pack, share?: (written: number) => void): AsyncGenerator<Buffer> {
  const as = { id: pack.id, sha256: pack.sha256 };
  const chart = chartSheet(pack);
  const sheets = [
    ...[summarySheet(pack), dataSheet(pack), bowlerSheet(pack)],
    ...(chart === null ? [] : [chart]),
    resultsSheet(pack),
    ...[actionsSheet(pack), definitionsSheet(pack), aboutSheet(pack)],
  ];
  const foot = `${pack.footLines.join(" · ")} · ${pack.footRight}`;
  const archive = zipBytes(parts({ pack, sheets, foot, share }), sealLength(as, "xlsx"));
  return sealedBytes(archive, { as, format: "xlsx" });
}

type Content = {
  readonly pack: Pack;
  readonly sheets: Parameters<typeof workbookSheetParts>[0]["sheets"];
  readonly foot: string;
  readonly share: ((written: number) => void) | undefined;
};

function* parts({ pack, sheets, foot, share }: Content): Generator<ZipPart> {
  let written = 0;
  for (const part of workbookSheetParts({ sheets, foot, title: pack.headline })) {
    if (part.name.startsWith("xl/worksheets/sheet")) share?.(written++ / sheets.length);
    yield part;
  }
  for (const { name, xml } of payloadParts(pack)) yield { name, pieces: [xml] };
}
