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

type Listed = Omit<Room, "note"> & {
  /** Whoever may do one of these may enter; absent: everyone. */
  readonly needs?: readonly string[];
};

const ROOMS: readonly Listed[] = [
  { to: "/overview", label: "Overview", icon: "list", short: "Overview", isBack: false },
  { to: "/strategy", label: "Strategy", icon: "thread", short: null, isBack: false },
  { to: "/objectives", label: "Objectives", icon: "target", short: null, isBack: false },
  {
    ...{ to: "/entry", label: "Enter results", icon: "pencil", short: "Enter", isBack: false },
    needs: ["enter-results"],
  },
  { to: "/actions", label: "Actions", icon: "flag", short: "Actions", isBack: false },
  { to: "/reviews", label: "Reviews", icon: "gavel", short: null, isBack: false },
  { to: "/months", label: "Month close", icon: "calendar", short: null, isBack: false },
  { to: "/snapshots", label: "Snapshots", icon: "camera", short: "Snapshots", isBack: false },
  { to: "/commitments", label: "Quality starts with me", icon: "hand", short: null, isBack: true },
  { to: "/context", label: "Needs and risks", icon: "compass", short: null, isBack: true },
  { to: "/policy", label: "Policy and strategy", icon: "scroll", short: null, isBack: true },
  { to: "/track-record", label: "Track record", icon: "record", short: null, isBack: true },
  {
    ...{ to: "/import", label: "Import", icon: "upload", short: null, isBack: true },
    needs: ["enter-results", "manage-people"],
  },
  {
    ...{ to: "/settings", label: "Settings", icon: "cog", short: null, isBack: true },
    needs: ["change-settings", "edit-units", "manage-people", "manage-api-keys"],
  },
  { to: "/learn", label: "How to read this", icon: "question", short: null, isBack: true },
];

/** The rooms of the house that the person may enter, in the order of the side bar. */
export function useRooms(): Room[] {
  const { due, person } = useSession();
  const isOpen = ({ needs }: Listed) => needs === undefined || needs.some((action) => person.may.includes(action));
  const entries = due.entries === 0 ? undefined : `${due.entries} due`;
  return ROOMS.filter(isOpen).map(({ needs: _, ...room }) =>
    room.to === "/entry" ? { ...room, note: entries } : room,
  );
}
