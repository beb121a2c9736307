export type Flag = 0 | 1;

export interface Written {
  /** Given by the one writer, counted up from 1 without gaps in each table. */
  id: number;
  /** Sequence of the audit event that wrote the row. */
  event: number;
}

export interface Versioned extends Written {
  /** 1 for the first version of its key. */
  n: number;
  recorded_from: number;
  /** Null while it is the newest of its key. */
  recorded_to: number | null;
}

/** Code by which files, URLs and snapshots name the thing; for persons it carries no meaning. */
export interface IdentityTable extends Written {
  code: string;
}
