import { say } from "../../text/say.ts";
import type { MatchedPaste } from "./match-paste.ts";
import { isSameSaid, type Line, openDoubts } from "./sheet-line.ts";

/** "12 pasted: 10 changed, 1 same, 1 needs a look", and what found no place. */
export type PasteNotice = { readonly summary: string; readonly leftOut: readonly string[] };

type Compared = { readonly before: readonly Line[]; readonly after: readonly Line[] };

export function pasteNotice({ cells, leftOut }: MatchedPaste, { before, after }: Compared): PasteNotice {
  const pasted = new Set(cells.map(({ kpi }) => kpi));
  let [changed, same, look] = [0, 0, 0];
  for (const [at, line] of after.entries()) {
    const earlier = before[at];
    if (earlier === undefined || !pasted.has(line.row.kpi)) continue;
    if (line.problem !== null || openDoubts(line).length > 0) look += 1;
    else if (isSameSaid(earlier.said, line.said)) same += 1;
    else changed += 1;
  }
  const counts = [
    say("entry.pasted.changed", { count: changed }),
    ...(same === 0 ? [] : [say("entry.pasted.same", { count: same })]),
    ...(look === 0 ? [] : [say("entry.pasted.look", { count: look })]),
  ];
  return { summary: say("entry.pasted", { count: pasted.size, counts: counts.join(", ") }), leftOut };
}
