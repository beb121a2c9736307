import { useNavigate } from "@tanstack/react-router";
import type { Found } from "../../shared/contracts/find.ts";
import { longMonthText } from "../../shared/text/month-text.ts";
import { formatDate } from "../ui/format.ts";
import { usePresent } from "./present-button.tsx";
import { useRooms } from "./rooms.ts";
import { useScope } from "./scope.ts";
import { useLocale, useSession } from "./session.tsx";
import { useTheme } from "./theme.ts";
import { useLeave } from "./use-leave.ts";

export type ItemKind = Found["kind"] | "screen" | "command";

/** One line of the palette. `code` and `kind` name it for good: what was chosen lately is kept by them. */
export type PaletteItem = {
  readonly kind: ItemKind;
  readonly code: string;
  readonly name: string;
  readonly note: string;
};

export const KIND_WORD: Readonly<Record<ItemKind, string>> = {
  kpi: "KPI",
  unit: "Unit",
  objective: "Objective",
  action: "Action",
  decision: "Decision",
  person: "Person",
  screen: "Screen",
  command: "Command",
};

/** Where kinds stand among what answers equally well. */
const ORDER: readonly ItemKind[] = ["kpi", "screen", "command", "unit", "objective", "action", "decision", "person"];

export function inOrder(a: { kind: ItemKind; rank: number }, b: { kind: ItemKind; rank: number }): number {
  return a.rank - b.rank || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

/** What the shell alone can do: open the list of keys. */
export type ShellActs = { readonly onKeys: () => void };

type Command = PaletteItem & { readonly run: () => void };

/** What can be done from anywhere, as far as the person may. */
export function useCommands({ onKeys }: ShellActs): Command[] {
  const { person, due } = useSession();
  const scope = useScope();
  const locale = useLocale();
  const navigate = useNavigate();
  const leave = useLeave();
  const present = usePresent();
  const [, chooseTheme] = useTheme();
  const may = (action: string) => person.may.includes(action);
  const command = (code: string, name: string, run: () => void): Command => ({
    ...{ kind: "command", code, name, note: "", run },
  });
  const inScope = (make: (month: string) => Command[]) =>
    scope === null ? [] : make(longMonthText(scope.period, locale));
  const month = due.month ?? scope?.period ?? null;
  const entering = month !== null && may("enter-results") ? longMonthText(month, locale) : null;
  return [
    ...(entering === null || month === null
      ? []
      : [
          command(
            "enter",
            `Enter results for ${entering}`,
            () => void navigate({ to: "/entry", search: { p: month } }),
          ),
        ]),
    ...inScope((shown) => [
      command("present", `Present ${shown}`, () => present({})),
      ...(may("take-snapshot")
        ? [
            command(
              "snapshot",
              `Freeze a snapshot of ${shown}`,
              () => void navigate({ to: "/overview", search: { open: "snapshot" } }),
            ),
          ]
        : []),
    ]),
    command("theme-light", "Light theme", () => chooseTheme("light")),
    command("theme-dark", "Dark theme", () => chooseTheme("dark")),
    command("theme-system", "Theme of this device", () => chooseTheme("system")),
    command("keys", "Keyboard shortcuts", onKeys),
    command("print", "Print this page", () => window.print()),
    command("leave", "Sign out", leave),
  ];
}

/** The screens that the person may enter. */
export function useScreens(): PaletteItem[] {
  return useRooms().map(({ to, label }) => ({ kind: "screen", code: to, name: label, note: "" }));
}

/** What the server found, as lines of the palette. */
export function useFoundItems(found: readonly Found[]): PaletteItem[] {
  const locale = useLocale();
  return found.map(({ kind, code, name, note, on }) => ({
    ...{ kind, code, name },
    note: on === null ? note : `${note} · ${formatDate(on, locale)}`,
  }));
}

/** Leads to what was chosen. */
export function useGo(commands: readonly Command[]): (item: PaletteItem) => void {
  const navigate = useNavigate();
  return ({ kind, code }) => {
    const go: Record<ItemKind, () => unknown> = {
      kpi: () => navigate({ to: "/kpis/$kpi", params: { kpi: code } }),
      unit: () => navigate({ to: "/overview", search: { u: code } }),
      objective: () => navigate({ to: "/objectives/$code", params: { code } }),
      action: () => navigate({ to: "/actions/$action", params: { action: code } }),
      decision: () => navigate({ to: "/decisions/$decision", params: { decision: code } }),
      person: () => navigate({ to: "/actions", search: { owner: code, state: "all" } }),
      screen: () => navigate({ to: code }),
      command: () => commands.find((command) => command.code === code)?.run(),
    };
    go[kind]();
  };
}
