/** A native chart over the cells of a sheet, in columns and rows that count from 0. */
export type SheetChart = {
  /** The chart part (ECMA-376 part 1, 21.2). */
  readonly xml: string;
  readonly name: string;
  /** What it shows, for those who do not see it. */
  readonly alt: string;
  readonly from: readonly [column: number, row: number];
  readonly to: readonly [column: number, row: number];
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Where the chart stands on its sheet; its part is relation rId1. `escaped` writes text for an attribute. */
export function drawingXml({ name, alt, from, to }: SheetChart, escaped: (text: string) => string): string {
  const corner = (tag: string, [column, row]: readonly [number, number]) =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return (
    `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>` +
    `${corner("from", from)}${corner("to", to)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>` +
    `<xdr:cNvPr id="2" name="${escaped(name)}" descr="${escaped(alt)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>' +
    `<a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}" r:id="rId1"/></a:graphicData>` +
    "</a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
  );
}
