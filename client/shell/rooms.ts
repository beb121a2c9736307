import type { MessageKey } from "../text/messages.ts";
import { say } from "../text/say.ts";
import type { IconName } from "../ui/icon.tsx";
import { useSession } from "./session.tsx";

export type Room = {
  readonly to: string;
  readonly label: string;
  readonly icon: IconName;
  /** Its name in the bar of a phone; null where it stands behind one's name there. */
  readonly short: string | null;
  /** At the foot of the side bar: not part of the month's work. */
  readonly isBack: boolean;
  readonly note?: string | undefined;
};

type Listed = Omit<Room, "label" | "short" | "note"> & {
  readonly label: MessageKey;
  readonly short: MessageKey | null;
  /** Whoever may do one of these may enter; absent: everyone. */
  readonly needs?: readonly string[];
};

const ROOMS: readonly Listed[] = [
  { to: "/overview", label: "shell.overview", icon: "list", short: "shell.overview", isBack: false },
  { to: "/strategy", label: "shell.strategy", icon: "thread", short: null, isBack: false },
  { to: "/objectives", label: "shell.objectives", icon: "target", short: null, isBack: false },
  {
    ...{ to: "/entry", label: "shell.entry", icon: "pencil", short: "shell.entryShort", isBack: false },
    needs: ["enter-results"],
  },
  { to: "/actions", label: "shell.actions", icon: "flag", short: "shell.actions", isBack: false },
  { to: "/reviews", label: "shell.reviews", icon: "gavel", short: null, isBack: false },
  { to: "/months", label: "shell.months", icon: "calendar", short: null, isBack: false },
  { to: "/snapshots", label: "shell.snapshots", icon: "camera", short: "shell.snapshots", isBack: false },
  { to: "/commitments", label: "shell.commitments", icon: "hand", short: null, isBack: true },
  { to: "/context", label: "shell.context", icon: "compass", short: null, isBack: true },
  { to: "/policy", label: "shell.policy", icon: "scroll", short: null, isBack: true },
  { to: "/trainings", label: "shell.trainings", icon: "cap", short: null, isBack: true },
  { to: "/clauses", label: "shell.clauses", icon: "grid", short: null, isBack: true },
  { to: "/track-record", label: "shell.trackRecord", icon: "record", short: null, isBack: true },
  {
    ...{ to: "/import", label: "shell.import", icon: "upload", short: null, isBack: true },
    needs: ["enter-results", "manage-people"],
  },
  {
    ...{ to: "/settings", label: "shell.settings", icon: "cog", short: null, isBack: true },
    needs: ["change-settings", "edit-units", "manage-people", "manage-api-keys"],
  },
  { to: "/learn", label: "shell.learn", icon: "question", short: null, isBack: true },
];

/** The rooms of the house that the person may enter, in the order of the side bar. */
export function useRooms(): Room[] {
  const { due, person } = useSession();
  const isOpen = ({ needs }: Listed) => needs === undefined || needs.some((action) => person.may.includes(action));
  const entries = due.entries === 0 ? undefined : say("shell.entriesDue", { count: due.entries });
  return ROOMS.filter(isOpen).map(({ needs: _, label, short, ...room }) => ({
    ...room,
    label: say(label),
    short: short === null ? null : say(short),
    ...(room.to === "/entry" ? { note: entries } : {}),
  }));
}
