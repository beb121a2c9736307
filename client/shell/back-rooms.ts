import { useSession } from "./session.tsx";

type BackRoom = { readonly to: string; readonly label: string; readonly icon: "upload" | "cog" };

/** Whoever may do one of these may bring files. */
const IMPORTING: readonly string[] = ["enter-results", "manage-people"];

/** Rooms that are not part of the month's work: at the foot of the side bar, on phones behind one's name. */
export function useBackRooms(): BackRoom[] {
  const { person } = useSession();
  const holdsOne = (actions: readonly string[]) => actions.some((action) => person.may.includes(action));
  return holdsOne(IMPORTING) ? [{ to: "/import", label: "Import", icon: "upload" }] : [];
}
