import { useMutation, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { failureOf } from "../../failure.ts";
import { FrontPage } from "../../shell/front-page.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Button } from "../../ui/button.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";

const WHAT = { reminders: "reminders of results that you owe", alerts: "news of changed KPIs" } as const;

/** Behind the link at the foot of a mail: one button that ends such mails, without signing in. */
export function UnsubscribePage() {
  useTitle("Your mails");
  const { token } = useParams({ strict: false }) as { token: string };
  const asked = useQuery(api.organisation.readUnsubscribe.queryOptions({ token }, { retry: false }));
  const end = useMutation(api.organisation.unsubscribe.mutationOptions());
  const error = asked.error ?? end.error;
  return (
    <FrontPage title={end.isSuccess ? "You get no more of these" : "Your mails"}>
      {asked.data === undefined && error === null ? <Skeleton height={80} /> : null}
      {asked.data === undefined || end.isSuccess ? null : (
        <>
          <p className="secondary">
            {asked.data.organisation} writes to you with {WHAT[asked.data.kind]}.
          </p>
          <Button kind="primary" disabled={end.isPending} onClick={() => end.mutate({ token })}>
            Send me no more of these
          </Button>
        </>
      )}
      {error === null ? null : (
        <p className="field-error" role="alert">
          {failureOf(error).message}
        </p>
      )}
      <p>
        <Link to="/you">Choose what you are written to about</Link>
      </p>
    </FrontPage>
  );
}
