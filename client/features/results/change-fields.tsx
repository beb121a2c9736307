import { useQuery } from "@tanstack/react-query";
import { useId } from "react";
import { DIRECTIONS, ORG_RULES, TIME_RULES } from "../../../shared/domain/kpi-definition.ts";
import { api } from "../../api.ts";
import { useScope } from "../../shell/scope.ts";
import { useSession } from "../../shell/session.tsx";
import { Field } from "../../ui/field.tsx";
import type { ChangeForm, ChangeKind } from "./change-form.ts";

const KINDS: readonly { value: ChangeKind; label: string }[] = [
  { value: "target", label: "A target" },
  { value: "deviation", label: "An accepted deviation" },
  { value: "tolerance", label: "A tolerance" },
  { value: "definition", label: "A definition" },
  { value: "move", label: "Where a unit lies" },
  { value: "end", label: "A unit that left" },
];

type Option = { value: string; label: string };
type FieldsProps = { form: ChangeForm; onChange: (part: Partial<ChangeForm>) => void };
type ChangeFieldsProps = FieldsProps & { isKindFixed?: boolean };

/** The fields that a change of its kind takes. */
export function ChangeFields({ form, isKindFixed = false, onChange }: ChangeFieldsProps) {
  const { units } = useSession();
  const { kind } = form;
  const unitOptions = units.map(({ code, name, depth }) => ({ value: code, label: `${"  ".repeat(depth)}${name}` }));
  const hasKpi = kind !== "move" && kind !== "end";
  const hasUnit = kind !== "tolerance" && kind !== "definition";
  return (
    <div className="change-fields">
      {isKindFixed ? null : (
        <Choice
          label="What is changed"
          value={kind}
          options={KINDS}
          onChange={(text) => onChange({ kind: text as ChangeKind })}
        />
      )}
      {hasKpi ? <KpiChoice form={form} onChange={onChange} /> : null}
      {hasUnit ? (
        <Choice label="Unit" value={form.unit} options={unitOptions} onChange={(unit) => onChange({ unit })} />
      ) : null}
      {kind === "move" ? (
        <Choice
          label="Lies below"
          value={form.parent}
          options={[NONE, ...unitOptions]}
          onChange={(parent) => onChange({ parent })}
        />
      ) : null}
      <Text form={form} name="from" label={kind === "target" ? "Month" : "From month"} onChange={onChange} />
      {kind === "deviation" ? <Text form={form} name="until" label="Until month" onChange={onChange} /> : null}
      {kind === "target" || kind === "deviation" ? (
        <>
          <Text form={form} name="value" label="Value" onChange={onChange} />
          <Text form={form} name="low" label="or band from" onChange={onChange} />
          <Text form={form} name="high" label="to" onChange={onChange} />
        </>
      ) : null}
      {kind === "tolerance" ? <ToleranceFields form={form} onChange={onChange} /> : null}
      {kind === "definition" ? <RuleFields form={form} onChange={onChange} /> : null}
    </div>
  );
}

const NONE: Option = { value: "", label: "–" };

function KpiChoice({ form, onChange }: FieldsProps) {
  const scope = useScope();
  const asked = { unit: scope?.unit ?? "", ...(scope === null ? {} : { period: scope.period }) };
  const overview = useQuery(api.insight.overview.queryOptions(asked, { enabled: scope !== null }));
  const options = (overview.data?.kpis ?? []).map(({ kpi, name }) => ({ value: kpi, label: name }));
  return <Choice label="KPI" value={form.kpi} options={[NONE, ...options]} onChange={(kpi) => onChange({ kpi })} />;
}

function ToleranceFields({ form, onChange }: FieldsProps) {
  return (
    <>
      <Text form={form} name="value" label="Amount (0 for none)" onChange={onChange} />
      <Choice
        label="Measured in"
        value={form.tolerance}
        options={[
          { value: "absolute", label: "the unit of measure" },
          { value: "percent", label: "percent of the target" },
        ]}
        onChange={(text) => onChange({ tolerance: text === "percent" ? "percent" : "absolute" })}
      />
    </>
  );
}

function RuleFields({ form, onChange }: FieldsProps) {
  const optionsOf = (words: readonly string[]) => [
    { value: "", label: "as it is" },
    ...words.map((word) => ({ value: word, label: word.replace("_", " ") })),
  ];
  return (
    <>
      <Choice
        label="Better is"
        value={form.direction}
        options={optionsOf(DIRECTIONS)}
        onChange={(direction) => onChange({ direction })}
      />
      <Choice
        label="Decimals"
        value={form.decimals}
        options={optionsOf(["0", "1", "2", "3", "4", "5", "6"])}
        onChange={(decimals) => onChange({ decimals })}
      />
      <Choice
        label="Over units"
        value={form.orgRule}
        options={optionsOf(ORG_RULES)}
        onChange={(orgRule) => onChange({ orgRule })}
      />
      <Choice
        label="Over months"
        value={form.timeRule}
        options={optionsOf(TIME_RULES)}
        onChange={(timeRule) => onChange({ timeRule })}
      />
    </>
  );
}

type TextProps = FieldsProps & { name: "from" | "until" | "value" | "low" | "high"; label: string };

function Text({ form, name, label, onChange }: TextProps) {
  const isMonthField = name === "from" || name === "until";
  return (
    <Field
      label={label}
      value={form[name]}
      inputMode={isMonthField ? "text" : "decimal"}
      placeholder={isMonthField ? "2026-04" : undefined}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
}

type ChoiceProps = { label: string; value: string; options: readonly Option[]; onChange: (value: string) => void };

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
