import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { JobView } from "../../../shared/contracts/notices.ts";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { useSession } from "../../shell/session.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { formatInstant } from "../../ui/format.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { TableBox } from "../../ui/table-box.tsx";

const STATES = {
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
  cancelled: "Cancelled",
} as const;

/** What runs beside people's work: mails, forecasts, subscriptions. */
export function JobsCard() {
  const jobs = useQuery(api.organisation.jobs.queryOptions(undefined, { staleTime: 0 }));
  return (
    <Card title="Jobs" aside={<Button onClick={() => void jobs.refetch()}>Look again</Button>}>
      <p className="secondary">
        Each runs once, whichever server takes it up. What fails is tried again after 1, 4, 16 and 64 minutes.
      </p>
      {jobs.error === null ? null : <p className="field-error">{failureOf(jobs.error).message}</p>}
      {jobs.data === undefined ? <Skeleton height={160} /> : <JobTable jobs={jobs.data.jobs} />}
    </Card>
  );
}

function JobTable({ jobs }: { jobs: readonly JobView[] }) {
  if (jobs.length === 0) return <p className="muted">Nothing has run yet.</p>;
  return (
    <TableBox label="Jobs">
      <table className="table settings-table">
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col">State</th>
            <th scope="col">Made</th>
            <th scope="col">
              <span className="visually-hidden">What can be done</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.map((job) => (
            <JobRow key={job.id} job={job} />
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function JobRow({ job }: { job: JobView }) {
  const { locale, timeZone } = useSession().organisation;
  const queries = useQueryClient();
  const refresh = { onSuccess: () => queries.invalidateQueries(api.organisation.jobs.queryFilter()) };
  const cancel = useMutation(api.organisation.cancelJob.mutationOptions(refresh));
  const restart = useMutation(api.organisation.restartJob.mutationOptions(refresh));
  const at = (instant: string) => formatInstant(instant, locale, timeZone);
  const isOpen = job.state === "waiting" || job.state === "running";
  const failed = cancel.error ?? restart.error;
  const named = <span className="visually-hidden"> {job.title}</span>;
  return (
    <tr>
      <th scope="row">
        {job.title}
        {job.outcome === null ? null : <span className="row-note">{job.outcome}</span>}
      </th>
      <td>
        {STATES[job.state]}
        {job.attempts > 1 ? ` after ${job.attempts} attempts` : ""}
        {job.nextAt === null || job.attempts === 0 ? null : (
          <span className="row-note">Next attempt {at(job.nextAt)}</span>
        )}
        {job.lastError === null || job.state === "done" ? null : <span className="row-note">{job.lastError}</span>}
      </td>
      <td className="nowrap">{at(job.createdAt)}</td>
      <td>
        {isOpen ? (
          <Button disabled={cancel.isPending} onClick={() => cancel.mutate({ id: job.id })}>
            Cancel{named}
          </Button>
        ) : null}
        {job.state === "failed" || job.state === "cancelled" ? (
          <Button disabled={restart.isPending} onClick={() => restart.mutate({ id: job.id })}>
            Try again{named}
          </Button>
        ) : null}
        {failed === null ? null : <span className="field-error">{failureOf(failed).message}</span>}
      </td>
    </tr>
  );
}
