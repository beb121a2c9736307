import { DirectionProvider } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { directionOf, type Language } from "../../shared/text/languages.ts";
import { speak, useSpokenLanguage } from "./say.ts";

type InLanguageProps = {
  language: Language;
  /** What was asked for in another language is asked for anew. */
  onChange: () => void;
  children: ReactNode;
};

/** Draws its children in a language, once its words are here; in another one they are drawn anew from the ground. */
export function InLanguage({ language, onChange, children }: InLanguageProps) {
  const spoken = useSpokenLanguage();
  useEffect(() => {
    if (spoken !== language) void speak(language, onChange);
  }, [spoken, language, onChange]);
  if (spoken !== language) return null;
  return (
    <DirectionProvider key={language} initialDirection={directionOf(language)} detectDirection={false}>
      {children}
    </DirectionProvider>
  );
}
