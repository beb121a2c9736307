import { BYTE_ORDER_MARK, csvLine, type OutCell } from "../../shared/files/csv-line.ts";

export type OutRows = Iterable<readonly OutCell[]> | AsyncIterable<readonly OutCell[]>;

const PIECE_LENGTH = 64 * 1024;

/** CSV in UTF-8 with its mark, piece by piece (see `shared/files/csv-line.ts` for how a row is written). */
export async function* csvPieces(header: readonly string[], rows: OutRows): AsyncGenerator<string> {
  let piece = BYTE_ORDER_MARK + csvLine(header);
  for await (const row of rows) {
    piece += csvLine(row);
    if (piece.length < PIECE_LENGTH) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}
