import { SetUpPage } from "./features/organisation/set-up-page.tsx";
import { ImportCard } from "./features/results/import-card.tsx";

/** Setting up, with the cards that take files. */
export function SetUpRoute() {
  return (
    <SetUpPage importCard={(kind, aside) => <ImportCard kind={kind} {...(aside === undefined ? {} : { aside })} />} />
  );
}
