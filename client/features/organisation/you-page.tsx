import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { useSession } from "../../shell/session.tsx";
import { useTitle } from "../../shell/use-title.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { DeputiesCard } from "./deputies-card.tsx";
import { HandOverCard } from "./hand-over-card.tsx";
import { OwnMails } from "./own-mails.tsx";
import "./settings.css";

/** One's own mails, deputies and what one owns; for those who look after people, another person's duties. */
export function YouPage() {
  const own = useSession().person;
  const { person = own.code } = useSearch({ strict: false }) as { person?: string };
  const duties = useQuery(api.organisation.duties.queryOptions({ person }));
  const isOwn = person === own.code;
  const title = isOwn ? "You" : (duties.data?.person.name ?? "");
  useTitle(title);
  if (duties.error !== null) {
    return <PageFailure what="The duties" error={duties.error} onRetry={() => void duties.refetch()} />;
  }
  return (
    <>
      <div className="page-head">
        <h1>{isOwn ? "Your mails and duties" : `Duties of ${title}`}</h1>
      </div>
      <div className="settings-cards">
        {isOwn ? <OwnMails /> : null}
        {duties.data === undefined ? (
          <Skeleton height={240} />
        ) : (
          <>
            <DeputiesCard duties={duties.data} />
            <HandOverCard duties={duties.data} />
          </>
        )}
      </div>
    </>
  );
}
