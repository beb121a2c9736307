import { failureOf } from "../../failure.ts";
import { Button } from "../../ui/button.tsx";

type Saving = { readonly isPending: boolean; readonly isSuccess: boolean; readonly error: unknown };

/** The button that saves a form, and what became of it. */
export function SaveFoot({ saving, label = "Save" }: { saving: Saving; label?: string }) {
  const { isPending, isSuccess, error } = saving;
  const isFailed = error !== null;
  return (
    <div className="settings-foot">
      <Button type="submit" disabled={isPending}>
        {label}
      </Button>
      <span role="status" className={isFailed ? "field-error" : "small muted"}>
        {isSuccess ? "Saved" : ""}
        {isFailed ? failureOf(error).message : ""}
      </span>
    </div>
  );
}
