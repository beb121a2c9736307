import { type FormEvent, useState } from "react";
import { say } from "../text/say.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Popover } from "../ui/popover.tsx";
import { useAsOf, useChangeScope } from "./scope.ts";
import { useSession } from "./session.tsx";

/** Takes the whole screen back to what was known at the end of a day. */
export function AsOfPicker() {
  const asOf = useAsOf();
  const { today } = useSession();
  const change = useChangeScope();
  return (
    <Popover label={say("shell.asOf")} face={<ClockIcon />} width={260}>
      {(close) => (
        <DayForm
          day={asOf?.slice(0, 10) ?? ""}
          last={today}
          onPick={(day) => {
            close();
            change({ asof: day });
          }}
        />
      )}
    </Popover>
  );
}

type DayFormProps = { day: string; last: string; onPick: (day: string | undefined) => void };

function DayForm({ day, last, onPick }: DayFormProps) {
  const [chosen, setChosen] = useState(day);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== "") onPick(chosen);
  };
  return (
    <form onSubmit={submit} className="as-of-form">
      <Field
        label={say("shell.asOfEnd")}
        type="date"
        max={last}
        value={chosen}
        data-autofocus
        onChange={(event) => setChosen(event.currentTarget.value)}
      />
      <div className="as-of-buttons">
        {day === "" ? null : <Button onClick={() => onPick(undefined)}>{say("shell.asOfToday")}</Button>}
        <Button kind="primary" type="submit" disabled={chosen === "" || chosen > last}>
          {say("shell.show")}
        </Button>
      </div>
    </form>
  );
}

function ClockIcon() {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
    >
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.600V8l2.400 1.600" />
    </svg>
  );
}
