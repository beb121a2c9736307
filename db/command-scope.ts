import { AsyncLocalStorage } from "node:async_hooks";
import type { KyselyPlugin, PluginTransformQueryArgs, RootOperationNode } from "kysely";

/** Whether the code that runs now runs inside a command; false again when the command has ended. */
const scope = new AsyncLocalStorage<{ open: boolean }>();

/** Runs `work` as the inside of a command. */
export async function insideCommand<T>(work: () => Promise<T>): Promise<T> {
  const state = { open: true };
  try {
    return await scope.run(state, work);
  } finally {
    state.open = false;
  }
}

/** Refuses to go on inside a command: there, only the store that the command was given may be used. */
export function refuseInsideCommand(): void {
  if (scope.getStore()?.open === true) {
    throw new Error("Inside a command use the store that the command was given, not the one around it.");
  }
}

/** Guards the outer store: a statement through it inside a command would wait for that command for ever. */
export const outsideCommands: KyselyPlugin = {
  transformQuery: ({ node }: PluginTransformQueryArgs): RootOperationNode => {
    refuseInsideCommand();
    return node;
  },
  transformResult: async ({ result }) => result,
};
