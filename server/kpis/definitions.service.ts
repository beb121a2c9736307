import type { z } from "zod";
import type { definitionVersionsInput, definitionVersionsSchema } from "../../shared/contracts/definition-versions.ts";
import { definitionChange } from "../../shared/domain/definition-change.ts";
import type { KpiDefinition } from "../../shared/domain/kpi-definition.ts";
import { ALWAYS } from "../../shared/domain/month.ts";
import { definitionLabel, definitionText } from "../../shared/text/definition-text.ts";
import type { Actor } from "../access/actor.ts";
import { placeOf } from "../judging/asked-place.ts";
import { pairOf } from "./kpi-at-unit.ts";

type Versions = z.infer<typeof definitionVersionsSchema>;

/** Every version of a KPI's definition, the newest first, with what changed in it. */
export async function definitionVersions(
  actor: Actor,
  input: z.infer<typeof definitionVersionsInput>,
): Promise<Versions> {
  const { readings, settings } = await placeOf(actor, input);
  const { kpi } = await pairOf(readings, input);
  const definitions = (await readings.kpis.definitionsOf([kpi])).get(kpi) ?? [];
  return {
    versions: definitions
      .map((each, at) => versionView(each, { before: definitions[at - 1] ?? null, locale: settings.locale }))
      .reverse(),
  };
}

function versionView(
  definition: KpiDefinition,
  { before, locale }: { readonly before: KpiDefinition | null; readonly locale: string },
): Versions["versions"][number] {
  const change = before === null ? null : definitionChange(before, definition);
  return {
    version: definition.version,
    from: definition.validFrom === ALWAYS ? null : definition.validFrom,
    name: definition.name,
    formula: definitionText(definition, "formula", locale),
    isBreak: change?.isBreak ?? false,
    changes:
      before === null
        ? []
        : (change?.fields ?? []).map((field) => ({
            label: definitionLabel(field, locale),
            before: definitionText(before, field, locale),
            after: definitionText(definition, field, locale),
          })),
  };
}
