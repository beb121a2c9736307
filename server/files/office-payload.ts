import { deflateRawSync } from "node:zlib";
import { PAYLOAD_PART } from "../../shared/files/sealed-payload.ts";

export type CarriedPayload = { readonly id: string; readonly sha256: string; readonly text: string };

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const STORE = "{6F1B7C2A-3C0E-4B6B-9C1D-51A7B0E64D11}";
const PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";

/** The parts in which an Office file carries data of others (ECMA-376 part 1, 22.5): programs keep them and show nothing. */
export function payloadParts({ id, sha256, text }: CarriedPayload): { name: string; xml: string }[] {
  const packed = deflateRawSync(text, { level: 9 }).toString("base64");
  return [
    {
      name: PAYLOAD_PART,
      xml: `${XML}<snapshot xmlns="urn:plumbline:snapshot:1" id="${id}" sha256="${sha256}" packing="deflate-raw base64">${packed}</snapshot>`,
    },
    {
      name: "customXml/itemProps1.xml",
      xml: `${XML}<ds:datastoreItem ds:itemID="${STORE}" xmlns:ds="${PROPERTIES}"><ds:schemaRefs><ds:schemaRef ds:uri="urn:plumbline:snapshot:1"/></ds:schemaRefs></ds:datastoreItem>`,
    },
    {
      name: "customXml/_rels/item1.xml.rels",
      xml: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>`,
    },
  ];
}

/** What [Content_Types].xml says of them. */
export const PAYLOAD_CONTENT_TYPE =
  '<Override PartName="/customXml/itemProps1.xml" ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>';

/** How the main part of the file refers to them. */
export const PAYLOAD_RELATION =
  '<Relationship Id="rIdPayload" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>';
