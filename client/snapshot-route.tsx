import { FrozenOverview } from "./features/insight/overview-body.tsx";
import { SnapshotPage } from "./features/snapshots/snapshot-page.tsx";

/** A snapshot, drawn by the parts of the live overview. */
export function SnapshotRoute() {
  return <SnapshotPage draw={(frozen) => <FrozenOverview view={frozen} />} />;
}
