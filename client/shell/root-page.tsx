import { Outlet } from "@tanstack/react-router";
import { InLanguage } from "../text/in-language.tsx";
import { useForgetAnswers, useReadingLanguage } from "./reading-language.ts";

/** Every screen, in the language of its reader. */
export function RootPage() {
  return (
    <InLanguage language={useReadingLanguage()} onChange={useForgetAnswers()}>
      <Outlet />
    </InLanguage>
  );
}
