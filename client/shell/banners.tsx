import { Button } from "../ui/button.tsx";
import { formatDate, formatInstant } from "../ui/format.ts";
import { useChangeScope, useScope } from "./scope.ts";
import { useSession } from "./session.tsx";
import { StartYourOwn } from "./start-your-own.tsx";

/** What holds for the whole screen: that the data are invented, or that they are of another day. */
export function Banners() {
  const { mode } = useSession();
  return (
    <>
      {mode === "demo" ? (
        <p className="banner">
          Demonstration data: an invented elevator company. Everything may be tried; nothing is real.
          <StartYourOwn />
        </p>
      ) : null}
      <AsOfBanner />
    </>
  );
}

function AsOfBanner() {
  const asOf = useScope()?.asOf ?? null;
  const { locale, timeZone } = useSession().organisation;
  const change = useChangeScope();
  if (asOf === null) return null;
  const when = asOf.includes("T") ? formatInstant(asOf, locale, timeZone) : `the end of ${formatDate(asOf, locale)}`;
  return (
    <p className="banner" role="status">
      As it was known at {when}.<Button onClick={() => change({ asof: undefined })}>Show today’s knowledge</Button>
    </p>
  );
}
