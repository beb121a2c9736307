import { beforeAll, describe, expect, test } from "vitest";
import { exportApart } from "../../../server/snapshots/export-apart.ts";
import { verifyFile } from "../../../shared/files/sealed-file.ts";
import { type FrozenFiles, frozenFiles, officeParts, textIn, wholeFile } from "../../support/frozen-files.ts";
import { pdfObjects, pdfPages } from "../../support/pdf-text.ts";

let frozen: FrozenFiles;
beforeAll(async () => {
  frozen = await frozenFiles();
}, 120_000);

function texts() {
  const { pptx, pdf, xlsx, html } = frozen.files;
  const slides = [...officeParts(pptx)].flatMap(([name, xml]) => (name.startsWith("ppt/slides/slide") ? [xml] : []));
  return {
    slides: textIn(slides.join("")),
    pages: pdfPages(pdf).join("\n").replaceAll(/\s+/g, " "),
    sheet: textIn(officeParts(xlsx).get("xl/worksheets/sheet1.xml") ?? ""),
    web: textIn(html.toString("utf8")),
  };
}

describe("every file of a snapshot", () => {
  test("names the snapshot and proves itself, alone", async () => {
    const { id, sha256 } = frozen.source;
    for (const [format, file] of Object.entries(frozen.files)) {
      expect(await verifyFile(file), format).toEqual({ kind: "original", format, id, sha256 });
    }
  });

  test("is the same to the byte when it is written apart, however many are asked for at once", async () => {
    const { text, payload: _, ...rest } = frozen.source;
    const asked = ["pptx", "pdf", "pptx", "xlsx", "html", "pptx", "csv", "json"] as const;
    const { signal } = new AbortController();
    const written = await Promise.all(
      asked.map((format) => wholeFile(exportApart({ format, stored: { ...rest, text } }, { signal }))),
    );
    for (const [at, format] of asked.entries()) expect(written[at]?.equals(frozen.files[format]), format).toBe(true);
  }, 120_000);

  test("is told from one with any byte changed", async () => {
    for (const [format, file] of Object.entries(frozen.files)) {
      for (let i = 0; i < 25; i += 1) {
        const at = (i * 104_729 + 31 * i * i) % file.length;
        const altered = Buffer.from(file);
        altered[at] = (file[at] ?? 0) ^ (1 << (i % 8));
        expect((await verifyFile(altered)).kind, `${format} at ${at}`).not.toBe("original");
      }
    }
  });

  test("says the same words of every KPI", () => {
    const { slides, pages, sheet, web } = texts();
    expect(frozen.pack.kpis.length).toBeGreaterThan(12);
    for (const { view } of frozen.pack.kpis) {
      expect(slides).toContain(view.statusWord);
      for (const said of [view.statusWord, view.verdict.sentence, view.verdict.variationWord, view.verdict.advice]) {
        for (const [place, text] of Object.entries({ pages, sheet, web })) {
          expect(text, `${place} ${view.kpi}`).toContain(said);
        }
      }
    }
    for (const { view, asked } of frozen.pack.decisions) {
      expect(slides).toContain(view.verdict.sentence);
      expect(slides).toContain(asked);
    }
  });

  test("shows the same number of every KPI and month of the year", () => {
    const { slides, pages, web } = texts();
    const shown = frozen.pack.kpis.flatMap(({ year }) => year.flatMap(({ point }) => (point === null ? [] : [point])));
    expect(shown.length).toBeGreaterThan(100);
    for (const point of shown) {
      for (const [place, text] of Object.entries({ slides, pages, web })) {
        expect(text, `${place} ${point.spoken}`).toContain(point.shown);
      }
    }
  });

  test("has the numbers of the payload in its table, exactly", () => {
    const rows = frozen.files.csv.toString("utf8").trimEnd().split("\r\n").slice(1);
    const points = frozen.source.payload.kpis.flatMap(({ kpi, points }) => points.map((point) => ({ kpi, ...point })));
    expect(rows).toHaveLength(points.length);
    const data = officeParts(frozen.files.xlsx).get("xl/worksheets/sheet2.xml") ?? "";
    for (const { figure } of points) if (figure.value !== null) expect(data).toContain(`<v>${figure.value}</v>`);
  });
});

describe("the pages", () => {
  test("are tagged: headings, tables with heads, figures with their words; language, title and bookmarks are set", () => {
    const objects = [...pdfObjects(frozen.files.pdf).values()].map(({ head }) => head);
    const count = (pattern: RegExp) => objects.filter((head) => pattern.test(head)).length;
    const whole = objects.join("\n");
    expect(whole).toMatch(/\/MarkInfo/);
    expect(whole).toMatch(/\/Lang \(en/);
    expect(whole).toMatch(/\/DisplayDocTitle true/);
    expect(count(/\/S \/H1\b/)).toBe(frozen.pack.kpis.length + 4);
    expect(count(/\/S \/Table\b/)).toBeGreaterThan(frozen.pack.kpis.length);
    expect(count(/\/S \/TH\b/)).toBeGreaterThan(100);
    const figures = objects.filter((head) => /\/S \/Figure\b/.test(head));
    expect(figures.length).toBe(2 * frozen.pack.kpis.length);
    for (const figure of figures) expect(figure).toMatch(/\/Alt \([\s\S]{40,}/);
    expect(count(/\/Dest \[[\s\S]*\/Title \(|\/Title \([\s\S]*\/Dest \[/)).toBeGreaterThan(frozen.pack.kpis.length);
    expect(count(/\/FontFile2/)).toBeGreaterThanOrEqual(2);
    expect(whole).not.toMatch(/\/Subtype \/Image/);
  });

  test("end with a whole foot, and are small", () => {
    const pages = pdfPages(frozen.files.pdf);
    pages.forEach((page, index) => {
      for (const part of [
        "Data as of",
        "units reported",
        frozen.source.id,
        frozen.source.sha256.slice(0, 8),
        frozen.pack.year,
      ]) {
        expect(page, `page ${index + 1}`).toContain(part);
      }
      expect(page).toContain(`page ${index + 1} of ${pages.length}`);
    });
    expect(frozen.files.pdf.length / pages.length).toBeLessThan(100_000);
  });
});
