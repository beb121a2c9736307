import { lazy, Suspense, useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { useSingleKeys } from "../ui/single-keys.ts";
import "./palette.css";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));
const KeyList = lazy(async () => ({ default: (await import("./key-list.tsx")).KeyList }));

/** The way to everything from everywhere: Ctrl or ⌘ K opens the palette, `?` the list of keys. */
export function QuickAccess() {
  const [shown, show] = useState<"palette" | "keys" | null>(null);
  useEffect(() => {
    // Fetched once the page stands, so that it opens at once and weighs nothing before.
    const idle = setTimeout(() => void loadPalette(), 500);
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      show("palette");
    };
    document.addEventListener("keydown", onKey);
    return () => {
      clearTimeout(idle);
      document.removeEventListener("keydown", onKey);
    };
  }, []);
  useSingleKeys({ "?": () => show("keys") });
  const close = () => show(null);
  return (
    <>
      <Button
        className="find-button"
        aria-label="Find or do, Ctrl K"
        aria-keyshortcuts="Control+K"
        onClick={() => show("palette")}
      >
        <Icon name="search" />
        <kbd>Ctrl K</kbd>
      </Button>
      <Suspense fallback={null}>
        {shown === "palette" ? <Palette onClose={close} onKeys={() => show("keys")} /> : null}
        {shown === "keys" ? <KeyList onClose={close} /> : null}
      </Suspense>
    </>
  );
}
