import type { MinutesDocument, MinutesFormat } from "../../../shared/contracts/minutes.ts";
import type { PaperName } from "../../../shared/domain/paper-name.ts";
import { sealedBytes } from "../../files/sealed-bytes.ts";
import { webPage } from "../web/web-page.ts";
import { type MinutesPack, minutesPack } from "./minutes-pack.ts";
import { minutesPages } from "./minutes-pages.ts";
import { minutesMarkup } from "./minutes-web.ts";

/** The minutes of a review as pages, as one web file, or as data; each names itself and bears a seal. */
export function minutesBytes(
  document: MinutesDocument,
  { format, paper }: { readonly format: MinutesFormat; readonly paper?: PaperName | undefined },
): AsyncGenerator<Buffer> {
  const pack = minutesPack(document);
  const { as, text } = pack;
  if (format === "pdf") return sealedBytes(minutesPages(pack, paper), { as, format });
  if (format === "html") return sealedBytes(minutesPage(pack), { as, format });
  return sealedBytes([`{"id":${JSON.stringify(as.id)},"sha256":"${as.sha256}","payload":`, text, ',"seal":"'], {
    ...{ as, format },
  });
}

function minutesPage(pack: MinutesPack): Generator<string> {
  const { as, locale, title, subtitle, footLines, footRight, text } = pack;
  const main = minutesMarkup(pack);
  const named = { id: as.id, sha256: as.sha256, locale, title: `${title} · ${subtitle}` };
  return webPage({ ...named, main, foot: [...footLines, footRight], payload: text });
}
