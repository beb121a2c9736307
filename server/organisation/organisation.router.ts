import {
  acceptedInvitationSchema,
  acceptInvitationInput,
  addPersonInput,
  addUnitInput,
  chooseLanguageInput,
  createdKeySchema,
  createKeyInput,
  describeUnitInput,
  endRoleInput,
  endUnitInput,
  grantRoleInput,
  invitationInput,
  invitationViewSchema,
  keysViewSchema,
  linkViewSchema,
  moveUnitInput,
  peopleViewSchema,
  personInput,
  personStateInput,
  personViewSchema,
  requestResetInput,
  revokeKeyInput,
  sessionViewSchema,
  settingsViewSchema,
  setUpInput,
  setUpPathSchema,
  setUpProgressSchema,
  unitsViewSchema,
  withdrawRoleInput,
} from "../../shared/contracts/organisation.ts";
import { openProcedure, procedure, router } from "../trpc/trpc.ts";
import { dutyProcedures } from "./duties.router.ts";
import { leaveDemonstration, setUpByLink } from "./founding.service.ts";
import { acceptInvitation, invite, readInvitation, requestReset } from "./invitations.service.ts";
import { createKey, listKeys, revokeKey } from "./keys.service.ts";
import { chooseLanguage } from "./language.service.ts";
import { noticeProcedures } from "./notices.router.ts";
import { addPerson, endRole, grantRole, listPeople, sayPersonState, withdrawRole } from "./people.service.ts";
import { sessionView } from "./session.service.ts";
import { setUpProgress } from "./set-up-progress.ts";
import { changeSettings, readSettings } from "./settings.service.ts";
import { listUnits } from "./unit-history.ts";
import { addUnit, describeUnit, endUnit, moveUnit } from "./units.service.ts";

export const organisationRouter = router({
  ...dutyProcedures,
  ...noticeProcedures,
  session: openProcedure
    .output(sessionViewSchema)
    .query(({ ctx }) => sessionView(ctx.service, ctx.caller?.actor ?? null)),

  setUp: openProcedure.input(setUpInput).mutation(({ ctx, input }) => setUpByLink(ctx.service, input)),
  leaveDemonstration: procedure.output(setUpPathSchema).mutation(({ ctx }) => leaveDemonstration(ctx.service)),
  readInvitation: openProcedure
    .input(invitationInput)
    .output(invitationViewSchema)
    .query(({ ctx, input }) => readInvitation(ctx.service, input.token)),
  acceptInvitation: openProcedure
    .input(acceptInvitationInput)
    .output(acceptedInvitationSchema)
    .mutation(({ ctx, input }) => acceptInvitation(ctx.service, input)),

  requestReset: openProcedure
    .input(requestResetInput)
    .mutation(({ ctx, input }) => requestReset(ctx.service, input.email)),
  setUpProgress: procedure.output(setUpProgressSchema).query(({ ctx }) => setUpProgress(ctx.actor)),

  chooseLanguage: procedure
    .input(chooseLanguageInput)
    .mutation(({ ctx, input }) => chooseLanguage(ctx.actor, input.language)),
  settings: procedure.output(settingsViewSchema).query(({ ctx }) => readSettings(ctx.actor)),
  changeSettings: procedure
    .input(settingsViewSchema)
    .output(settingsViewSchema)
    .mutation(({ ctx, input }) => changeSettings(ctx.actor, input)),

  people: procedure.output(peopleViewSchema).query(({ ctx }) => listPeople(ctx.actor)),
  addPerson: procedure
    .input(addPersonInput)
    .output(personViewSchema)
    .mutation(({ ctx, input }) => addPerson(ctx.actor, input)),
  invite: procedure
    .input(personInput)
    .output(linkViewSchema)
    .mutation(({ ctx, input }) => invite(ctx.actor, ctx.service, input.person)),
  sayPersonState: procedure
    .input(personStateInput)
    .mutation(({ ctx, input }) => sayPersonState(ctx.actor, ctx.service.accounts, input)),
  grantRole: procedure.input(grantRoleInput).mutation(({ ctx, input }) => grantRole(ctx.actor, input)),
  withdrawRole: procedure.input(withdrawRoleInput).mutation(({ ctx, input }) => withdrawRole(ctx.actor, input)),

  endRole: procedure.input(endRoleInput).mutation(({ ctx, input }) => endRole(ctx.actor, input)),

  units: procedure.output(unitsViewSchema).query(({ ctx }) => listUnits(ctx.actor)),
  addUnit: procedure.input(addUnitInput).mutation(({ ctx, input }) => addUnit(ctx.actor, input)),
  describeUnit: procedure.input(describeUnitInput).mutation(({ ctx, input }) => describeUnit(ctx.actor, input)),
  moveUnit: procedure.input(moveUnitInput).mutation(({ ctx, input }) => moveUnit(ctx.actor, input)),
  endUnit: procedure.input(endUnitInput).mutation(({ ctx, input }) => endUnit(ctx.actor, input)),

  keys: procedure.output(keysViewSchema).query(({ ctx }) => listKeys(ctx.actor, ctx.service.accounts)),
  createKey: procedure
    .input(createKeyInput)
    .output(createdKeySchema)
    .mutation(({ ctx, input }) => createKey(ctx.actor, ctx.service.accounts, input)),
  revokeKey: procedure
    .input(revokeKeyInput)
    .mutation(({ ctx, input }) => revokeKey(ctx.actor, ctx.service.accounts, input.id)),
});
