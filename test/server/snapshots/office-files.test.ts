import { beforeAll, describe, expect, test } from "vitest";
import { readTable } from "../../../server/files/read-table.ts";
import { type FrozenFiles, frozenFiles, officeParts } from "../../support/frozen-files.ts";
import { packageFaults } from "../../support/package-faults.ts";

let frozen: FrozenFiles;
beforeAll(async () => {
  frozen = await frozenFiles();
}, 120_000);

describe("the slides", () => {
  test("are a whole package", () => {
    expect(packageFaults(frozen.files.pptx)).toEqual([]);
  });

  test("have one title each, read first, with text no smaller than 10.5 points, and no picture", () => {
    const slides = [...officeParts(frozen.files.pptx)].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides.length).toBeGreaterThan(frozen.pack.decisions.length + 4);
    for (const [name, xml] of slides) {
      expect(xml.match(/<p:ph\s[^>]*type="title"/g), name).toHaveLength(1);
      expect(xml.indexOf('type="title"')).toBeLessThan(xml.search(/<p:graphicFrame|$/));
      for (const [, size] of xml.matchAll(/\bsz="(\d+)"/g)) expect(Number(size), name).toBeGreaterThanOrEqual(1050);
      expect(xml).not.toContain("<p:pic>");
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
  });

  test("hold an editable chart for each KPI to decide: bars from nought, forecast hatched, with words for those who do not see it", () => {
    const parts = officeParts(frozen.files.pptx);
    const charts = [...parts].filter(([name]) => /^ppt\/charts\/chart\d+\.xml$/.test(name));
    expect(charts.length).toBeGreaterThanOrEqual(frozen.pack.decisions.length);
    for (const [name, xml] of charts) {
      expect(xml).toContain('<c:externalData r:id="rId1">');
      const relations = parts.get(name.replace("charts/", "charts/_rels/").replace(/$/, ".rels")) ?? "";
      expect(relations).toMatch(/embeddings\/Microsoft_Excel_\w+\.xlsx/);
      expect(xml).toMatch(/<c:(min|max) val="0"\/>|<c:v>-/);
    }
    const hatched = charts.filter(([, xml]) => xml.includes("<a:pattFill")).length;
    expect(hatched).toBe(frozen.pack.decisions.filter(({ frozen: { forecast } }) => forecast.length > 0).length);
    const slides = [...parts].filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name)).map(([, xml]) => xml);
    const frames = slides.flatMap((xml) => [...xml.matchAll(/<p:cNvPr id="\d+" name="Chart[^>]*descr="([^"]*)"/g)]);
    expect(frames).toHaveLength(charts.length);
    for (const [, words = ""] of frames) expect(words.length).toBeGreaterThanOrEqual(40);
  });

  test("tell the speaker the definition and its source", () => {
    const notes = [...officeParts(frozen.files.pptx)].filter(([name]) => name.startsWith("ppt/notesSlides/notesSlide"));
    for (const { frozen: kpi } of frozen.pack.decisions) {
      const source = kpi.definition.find(({ label }) => label === "Source")?.text ?? "";
      expect(notes.some(([, xml]) => xml.includes(source))).toBe(true);
    }
  });
});

describe("the workbook", () => {
  test("is a whole package with one named table and a live year that already holds its values", () => {
    expect(packageFaults(frozen.files.xlsx)).toEqual([]);
    const parts = officeParts(frozen.files.xlsx);
    const table = [...parts].find(([name]) => name.startsWith("xl/tables/"))?.[1] ?? "";
    expect(table).toContain('displayName="tblResults"');
    const bowler = parts.get("xl/worksheets/sheet3.xml") ?? "";
    const cells = [...bowler.matchAll(/<c r="[A-Z]+(\d+)" s="\d+"(?: t="str")?><f>([^<]*)<\/f><v>([^<]*)<\/v><\/c>/g)];
    expect(cells.length).toBe(frozen.pack.kpis.length * 24);
    expect(cells.every(([, , formula = ""]) => formula.includes("tblResults[KPI]"))).toBe(true);
    const actual = cells
      .filter(([, , formula = ""]) => formula.includes("tblResults[AC]"))
      .map(([, , , value]) => value);
    const served = frozen.pack.kpis.flatMap(({ year }) =>
      year.map(({ point }) => (point?.figure.value ?? "").toString()),
    );
    expect(actual).toEqual(served);
  });

  test("holds a native chart of the KPI that its list chooses, fed by formulas that already hold their values", () => {
    const parts = officeParts(frozen.files.xlsx);
    const sheet = parts.get("xl/worksheets/sheet4.xml") ?? "";
    const [chosen] = frozen.pack.decisions;
    expect(sheet).toContain('<dataValidation type="list"');
    const cells = [...sheet.matchAll(/<c r="C(\d+)" [^>]*><f>[^<]*tblResults\[AC\][^<]*<\/f><v>([^<]*)<\/v>/g)];
    expect(cells.map(([, , value]) => value)).toEqual(
      chosen?.year.map(({ point }) => String(point?.figure.value ?? "")),
    );
    expect(parts.get("xl/charts/chart4.xml")).toMatch(/<c:f>Chart!\$C\$6:\$C\$17<\/c:f>[\s\S]*<a:pattFill/);
  });

  test("gives its results back to the import, to the digit", async () => {
    const table = await readTable(frozen.files.xlsx, { sheet: "results" });
    const reports = frozen.source.payload.results.flatMap(({ reports }) => reports);
    expect(table.header).toEqual(["unit", "kpi", "period", "value", "numerator", "denominator", "comment"]);
    const [, , , values, numerators, denominators] = table.columns;
    expect(values).toEqual(reports.map(([, value]) => value ?? ""));
    expect(numerators).toEqual(reports.map(([, , numerator]) => numerator ?? ""));
    expect(denominators).toEqual(reports.map(([, , , denominator]) => denominator ?? ""));
  });
});
