import { Skeleton, SkeletonRows, Waiting } from "../../ui/skeleton.tsx";
import "./overview.css";
import { say } from "../../text/say.ts";

/** The overview's own shape while it is on its way. */
export function OverviewSkeleton() {
  return (
    <Waiting what={say("overview.what")}>
      <div className="page-head">
        <Skeleton width={420} height={32} />
        <Skeleton width={300} height={20} />
      </div>
      <div className="decision-cards">
        <Skeleton height={236} />
        <Skeleton height={236} />
        <Skeleton height={236} />
      </div>
      <SkeletonRows rows={12} />
    </Waiting>
  );
}
