import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { findEntries, findMatches } from "../../shared/domain/find-match.ts";
import { api } from "../api.ts";
import {
  inOrder,
  type PaletteItem,
  type ShellActs,
  useCommands,
  useFoundItems,
  useGo,
  useScreens,
} from "./palette-items.ts";
import { keepRecent, recentItems } from "./palette-recents.ts";
import { useSession } from "./session.tsx";

const MOST = 30;

export type Palette = {
  readonly query: string;
  readonly setQuery: (query: string) => void;
  readonly items: readonly PaletteItem[];
  /** Whether the server has not answered to what stands in the line now. */
  readonly isAsking: boolean;
  readonly choose: (item: PaletteItem) => void;
};

/** What the palette lists: what was chosen lately, commands and screens; of what is typed, all that the person may read. */
export function usePalette(acts: ShellActs): Palette {
  const { person } = useSession();
  const [query, setQuery] = useState("");
  const typed = query.trim();
  const commands = useCommands(acts);
  const screens = useScreens();
  const answer = useQuery(
    api.insight.find.queryOptions(
      { query: typed },
      { enabled: typed !== "", placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  );
  const found = useFoundItems(answer.data?.found ?? []);
  const here = [...screens, ...commands];
  const isHere = ({ kind }: PaletteItem) => kind === "screen" || kind === "command";
  const recents = recentItems(person.code).filter(
    (item) => !isHere(item) || here.some(({ kind, code }) => kind === item.kind && code === item.code),
  );
  const go = useGo(commands);
  const items =
    typed === ""
      ? [...recents, ...here.filter(({ kind, code }) => !recents.some((one) => one.kind === kind && one.code === code))]
      : findMatches(findEntries([...found, ...here]), typed, MOST)
          .map(({ thing, rank }) => ({ ...thing, rank }))
          .toSorted(inOrder);
  return {
    ...{ query, setQuery, items },
    isAsking: typed !== "" && (answer.isPlaceholderData || answer.isPending),
    choose: (item) => {
      keepRecent(person.code, item);
      go(item);
    },
  };
}
