import { say } from "../text/say.ts";
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
        <aside className="banner" aria-label={say("shell.demo")}>
          <p>{say("shell.demo")}</p>
          <StartYourOwn />
        </aside>
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
  const told = asOf.includes("T")
    ? say("shell.asOfInstant", { when: formatInstant(asOf, locale, timeZone) })
    : say("shell.asOfDay", { when: formatDate(asOf, locale) });
  return (
    <p className="banner" role="status">
      {told}
      <Button onClick={() => change({ asof: undefined })}>{say("shell.showToday")}</Button>
    </p>
  );
}
