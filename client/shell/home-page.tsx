import { Navigate } from "@tanstack/react-router";
import { useSession } from "./session.tsx";

/** The first address leads to the screen of one's job. */
export function HomePage() {
  return <Navigate to="/$" params={{ _splat: useSession().person.home }} replace />;
}
