import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

export const ActionsPlace = createContext<HTMLElement | null>(null);

/** What a page can do, shown at the end of the top bar. */
export function PageActions({ children }: { children: ReactNode }) {
  const place = useContext(ActionsPlace);
  return place === null ? null : createPortal(children, place);
}
