import { useNavigate } from "@tanstack/react-router";
import type { Month } from "../../shared/domain/month.ts";
import { Button } from "../ui/button.tsx";

type Presented = { u?: string; p?: Month; k?: string; from?: string };

/** Leads to the presentation and lets it fill the screen, where the browser allows that. */
export function usePresent(): (what: Presented) => void {
  const navigate = useNavigate();
  return (what) => {
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    void navigate({ to: "/present", search: what });
  };
}

/** Shows the month in the meeting room. */
export function PresentButton({ what = {} }: { what?: Presented }) {
  const present = usePresent();
  return <Button onClick={() => present(what)}>Present</Button>;
}
