import { INK } from "../../../shared/charts/ink.ts";

export type ChartFill = { readonly kind: "solid" | "hatched"; readonly colour: string };

/** One series of a native chart, in the column of the embedded workbook that it stands in. */
export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly as: "bar" | "line";
  readonly fill: ChartFill;
  /** Points that are drawn otherwise, by their index. */
  readonly points?: ReadonlyMap<number, ChartFill>;
  readonly labels?: { readonly format: string; readonly colour: string; readonly place: "outEnd" | "inBase" };
};

export type NativeChart = {
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly format: string;
  readonly overlap: number;
  readonly gap: number;
  readonly legend: boolean;
  /** Where the category labels stand: below everything, or nowhere. */
  readonly categoryLabels: "low" | "none";
};

const NAMESPACES =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** Where the numbers of a chart stand: categories in the first column under a head row, each series in the next. */
export type ChartPlace = {
  readonly sheet: string;
  /** Counts from 1. */
  readonly headRow: number;
  /** In a workbook of its own at relation rId1. */
  readonly isEmbedded: boolean;
};

const EMBEDDED: ChartPlace = { sheet: "Sheet1", headRow: 1, isEmbedded: true };

/**
 * A chart of Office Open XML (ECMA-376 part 1, 21.2), editable and fed from its cells: bars from nought, hatched where a
 * month is forecast, the target as a line on the same axes.
 */
export function chartXml(chart: NativeChart, place: ChartPlace = EMBEDDED): string {
  const all = chart.series.map((series, index) => ({ as: series.as, xml: seriesXml(chart, index, place) }));
  const bars = all.flatMap(({ as, xml }) => (as === "bar" ? [xml] : []));
  const lines = all.flatMap(({ as, xml }) => (as === "line" ? [xml] : []));
  const axes = '<c:axId val="111111111"/><c:axId val="222222222"/>';
  const lineChart =
    lines.length === 0
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines.join("")}<c:marker val="1"/>${axes}</c:lineChart>`;
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}>` +
    '<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>' +
    '<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>' +
    `${bars.join("")}<c:gapWidth val="${chart.gap}"/><c:overlap val="${chart.overlap}"/>${axes}</c:barChart>${lineChart}` +
    `${categoryAxis(chart)}${valueAxis(chart)}</c:plotArea>` +
    (chart.legend ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${textLook(INK.ink2)}</c:legend>` : "") +
    '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>' +
    (place.isEmbedded ? '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>' : "") +
    "</c:chartSpace>"
  );
}

/** 10.5 pt: the smallest text of a slide. */
const TEXT_SIZE = 1050;

function textLook(colour: string): string {
  const face = '<a:latin typeface="Inter"/>';
  return (
    "<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>" +
    `<a:defRPr sz="${TEXT_SIZE}" b="0"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${face}</a:defRPr>` +
    '</a:pPr><a:endParaRPr lang="en-US"/></a:p></c:txPr>'
  );
}

function seriesXml(chart: NativeChart, index: number, { sheet, headRow }: ChartPlace): string {
  const series = chart.series[index];
  if (series === undefined) return "";
  const { name, values, as, fill, points, labels } = series;
  const column = String.fromCharCode(66 + index);
  const first = headRow + 1;
  const last = headRow + chart.categories.length;
  const dotted = [...(points ?? [])].map(([at, look]) =>
    as === "bar"
      ? `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shapeLook(look)}</c:dPt>`
      : "",
  );
  return (
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>` +
    `<c:tx><c:strRef><c:f>${sheet}!$${column}$${headRow}</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>${escaped(name)}</c:v></c:pt></c:strCache></c:strRef></c:tx>` +
    (as === "bar"
      ? `${shapeLook(fill)}<c:invertIfNegative val="0"/>`
      : `${lineLook(fill)}<c:marker><c:symbol val="none"/></c:marker>`) +
    dotted.join("") +
    labelsXml(labels) +
    `<c:cat><c:strRef><c:f>${sheet}!$A$${first}:$A$${last}</c:f><c:strCache><c:ptCount val="${chart.categories.length}"/>` +
    `${chart.categories.map((text, at) => `<c:pt idx="${at}"><c:v>${escaped(text)}</c:v></c:pt>`).join("")}</c:strCache></c:strRef></c:cat>` +
    `<c:val><c:numRef><c:f>${sheet}!$${column}$${first}:$${column}$${last}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${values.length}"/>` +
    `${values.map((value, at) => (value === null ? "" : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join("")}</c:numCache></c:numRef></c:val>` +
    (as === "line" ? '<c:smooth val="0"/>' : "") +
    "</c:ser>"
  );
}

function shapeLook({ kind, colour }: ChartFill): string {
  if (kind === "solid") return `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
  return (
    '<c:spPr><a:pattFill prst="wdUpDiag">' +
    `<a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="${INK.ground}"/></a:bgClr></a:pattFill>` +
    `<a:ln w="12700"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:ln></c:spPr>`
  );
}

function lineLook({ colour }: ChartFill): string {
  return `<c:spPr><a:ln w="22860" cap="flat"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:round/></a:ln></c:spPr>`;
}

function labelsXml(labels: ChartSeries["labels"]): string {
  const shown = (value: number, rest: string) =>
    `<c:showLegendKey val="0"/><c:showVal val="${value}"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>${rest}`;
  if (labels === undefined) return `<c:dLbls>${shown(0, "")}</c:dLbls>`;
  const place = `<c:dLblPos val="${labels.place}"/>`;
  const look = `<c:numFmt formatCode="${escaped(labels.format)}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`;
  return `<c:dLbls>${look}${textLook(labels.colour)}${place}${shown(1, "")}</c:dLbls>`;
}

function categoryAxis({ categoryLabels }: NativeChart): string {
  return (
    '<c:catAx><c:axId val="111111111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/>' +
    '<c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>' +
    `<c:tickLblPos val="${categoryLabels}"/><c:spPr><a:ln w="15875"><a:solidFill><a:srgbClr val="${INK.ink}"/></a:solidFill></a:ln></c:spPr>` +
    `${textLook(INK.ink2)}<c:crossAx val="222222222"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`
  );
}

/** Not drawn: the bars carry their numbers. Bars begin at nought, which programs do not choose by themselves. */
function valueAxis({ format, series }: NativeChart): string {
  const values = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const ends = [
    values.every((value) => value <= 0) ? '<c:max val="0"/>' : "",
    values.every((value) => value >= 0) ? '<c:min val="0"/>' : "",
  ];
  return (
    `<c:valAx><c:axId val="222222222"/><c:scaling><c:orientation val="minMax"/>${ends.join("")}</c:scaling><c:delete val="1"/>` +
    `<c:axPos val="l"/><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>` +
    '<c:tickLblPos val="nextTo"/><c:crossAx val="111111111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
  );
}

export function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replace(/[^\t\n\u0020-\ufffc]/g, " ");
}
