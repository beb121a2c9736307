import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api } from "../api.ts";
import { signOut } from "./account-calls.ts";

/** Signs out, forgets what was shown, and leads to the door. */
export function useLeave(): () => void {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = async () => {
    await signOut();
    queries.removeQueries();
    await queries.fetchQuery(api.organisation.session.queryOptions());
    await navigate({ to: "/sign-in" });
  };
  return () => void leave();
}
