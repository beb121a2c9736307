import type { GrantInput } from "../../../shared/contracts/organisation.ts";
import type { Role } from "../../../shared/domain/permissions.ts";
import { useSession } from "../../shell/session.tsx";
import { Field } from "../../ui/field.tsx";
import { SelectField } from "../../ui/form-fields.tsx";
import { orNull } from "./form-texts.ts";
import { ROLE_CHOICES } from "./role-words.ts";

/** A role, where it holds and for how long. */
export function GrantFields() {
  const { units } = useSession();
  const places = [
    { value: "", label: "The whole organisation" },
    ...units.map(({ code, name, depth }) => ({ value: code, label: `${"\u2003".repeat(depth)}${name}` })),
  ];
  return (
    <>
      <SelectField label="Role" name="role" options={ROLE_CHOICES} defaultValue="contributor" />
      <SelectField label="For" name="unit" options={places} />
      <div className="settings-pair">
        <Field label="First day (empty: at once)" name="from" type="date" />
        <Field label="Last day (empty: open)" name="to" type="date" />
      </div>
    </>
  );
}

/** What the fields say. */
export function saidGrant(said: (name: string) => string): GrantInput {
  return {
    role: said("role") as Role,
    unit: orNull(said("unit")),
    from: orNull(said("from")) as GrantInput["from"],
    to: orNull(said("to")) as GrantInput["to"],
  };
}
