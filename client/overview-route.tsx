import { OverviewPage } from "./features/insight/overview-page.tsx";
import { TakeSnapshot } from "./features/snapshots/take-snapshot.tsx";
import { PresentButton } from "./shell/present-button.tsx";

/** The overview, and the snapshot that can be taken of it. */
export function OverviewRoute() {
  return (
    <OverviewPage
      actions={
        <>
          <PresentButton />
          <TakeSnapshot />
        </>
      }
    />
  );
}
