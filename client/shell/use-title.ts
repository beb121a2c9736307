import { useEffect } from "react";

/** The window's title: what the page says, then the product. */
export function useTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title === undefined ? "Plumbline" : `${title} – Plumbline`;
  }, [title]);
}
