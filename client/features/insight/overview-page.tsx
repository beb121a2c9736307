import { useTitle } from "../../shell/use-title.ts";

export function OverviewPage() {
  useTitle("Overview");
  return <h1>Overview</h1>;
}
