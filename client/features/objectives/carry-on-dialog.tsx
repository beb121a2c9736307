import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { ObjectiveView } from "../../../shared/contracts/objectives.ts";
import { api } from "../../api.ts";
import { FormSheet } from "../../shell/form-sheet.tsx";
import { CheckList } from "../../ui/form-fields.tsx";

/** Begins the next year's objective with what this year taught: decisions, and what actions were shown to do. */
export function CarryOnDialog({ view, onClose }: { view: ObjectiveView; onClose: () => void }) {
  const [lessons, setLessons] = useState(view.lessons.map(({ code }) => code));
  const navigate = useNavigate();
  const carryOn = useMutation(api.objectives.carryOn.mutationOptions());
  const save = async () => {
    const { code } = await carryOn.mutateAsync({ code: view.code, lessons });
    await navigate({ to: "/objectives/$code", params: { code } });
  };
  return (
    <FormSheet
      title={`Carry ${view.code} on to next year`}
      error={carryOn.error}
      isBusy={carryOn.isPending}
      verb="Begin the draft"
      width={640}
      onSave={save}
      onClose={onClose}
    >
      <p>The draft takes over plan, KPIs, needs and risks. Its targets are set anew, and the two stay linked.</p>
      <CheckList
        label="What goes into its plan"
        options={view.lessons.map(({ code, name, detail }) => ({ value: code, label: `${code} ${name}. ${detail}` }))}
        chosen={lessons}
        onChange={setLessons}
      />
    </FormSheet>
  );
}
