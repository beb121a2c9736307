import { useSession } from "./session.tsx";

type BackRoom = { readonly to: string; readonly label: string; readonly icon: "upload" | "cog" };

/** Whoever may do one of these may bring files. */
const IMPORTING: readonly string[] = ["enter-results", "manage-people"];

/** Whoever may do one of these has something to set. */
const SETTING: readonly string[] = ["change-settings", "edit-units", "manage-people", "manage-api-keys"];

/** Rooms that are not part of the month's work: at the foot of the side bar, on phones behind one's name. */
export function useBackRooms(): BackRoom[] {
  const { person } = useSession();
  const holdsOne = (actions: readonly string[]) => actions.some((action) => person.may.includes(action));
  const rooms: BackRoom[] = [];
  if (holdsOne(IMPORTING)) rooms.push({ to: "/import", label: "Import", icon: "upload" });
  if (holdsOne(SETTING)) rooms.push({ to: "/settings", label: "Settings", icon: "cog" });
  return rooms;
}
