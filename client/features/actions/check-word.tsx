import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { say } from "../../text/say.ts";

const TONES = { effective: "good", not_effective: "bad", too_early: "plain" } as const;
const SHAPES = {
  effective: "M2 6.500 5 9.500 10 3",
  not_effective: "m3 3 6 6m0-6-6 6",
  too_early: "M6 3.500V6l1.700 1.200M6 1a5 5 0 1 0 0 10A5 5 0 0 0 6 1z",
};

/** Did it work: what was recorded when it ended, else what the data say today. Shape and word, colour third. */
export function CheckWord({ action }: { action: ActionRow }) {
  const { state, check, judgedBy } = action;
  const ended = state === "effective" || state === "not_effective" ? state : null;
  const verdict = ended ?? check?.verdict ?? null;
  if (verdict === null)
    return <span className="muted">{action.promise === null ? "" : say("actions.judgedLater")}</span>;
  const by = ended !== null && judgedBy === "person" ? say("actions.overridden") : "";
  return (
    <span className={`check-word tone-${TONES[verdict]}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" fill="none" stroke="currentColor">
        <path d={SHAPES[verdict]} strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
      </svg>
      {say(`actions.verdict.${verdict}`)}
      {by}
    </span>
  );
}
