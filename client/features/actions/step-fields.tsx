import type { ActionRow } from "../../../shared/contracts/actions.ts";
import { Button } from "../../ui/button.tsx";

type Steps = ActionRow["steps"];

/** The steps of an action: ticked off, renamed, added, taken out. */
export function StepFields({ steps, onChange }: { steps: Steps; onChange: (steps: Steps) => void }) {
  const put = (at: number, part: Partial<Steps[number]>) =>
    onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  return (
    <fieldset className="action-steps">
      <legend>Steps</legend>
      <ol>
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name but its place
          <li key={index}>
            <input
              type="checkbox"
              aria-label={`Step ${index + 1} is done`}
              checked={step.done}
              onChange={(event) => put(index, { done: event.currentTarget.checked })}
            />
            <input
              className="input"
              aria-label={`Step ${index + 1}`}
              value={step.text}
              maxLength={500}
              onChange={(event) => put(index, { text: event.currentTarget.value })}
            />
            <Button kind="quiet" onClick={() => onChange(steps.filter((_, at) => at !== index))}>
              Take out<span className="visually-hidden"> step {index + 1}</span>
            </Button>
          </li>
        ))}
      </ol>
      <Button onClick={() => onChange([...steps, { text: "", done: false, due: null }])}>Add a step</Button>
    </fieldset>
  );
}
