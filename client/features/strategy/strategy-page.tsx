import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { type ReactNode, useRef } from "react";
import type { ThreadCard, ThreadView } from "../../../shared/contracts/strategy.ts";
import { threadOf } from "../../../shared/domain/strategy-thread.ts";
import { api } from "../../api.ts";
import { PageFailure } from "../../shell/page-failure.tsx";
import { type Scope, useScope } from "../../shell/scope.ts";
import { useTitle } from "../../shell/use-title.ts";
import { EmptyState } from "../../ui/message-card.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { Skeleton, Waiting } from "../../ui/skeleton.tsx";
import { StatusShape } from "../../ui/status-shape.tsx";
import { ThreadDrawing } from "./thread-drawing.tsx";
import { XMatrix } from "./x-matrix.tsx";
import "../../ui/status-mark.css";
import "./strategy.css";

/** From the need to the plan: one thread, with live status and with what breaks it. */
export function StrategyPage() {
  const scope = useScope();
  if (scope === null) return <EmptyState title="There are no results yet" />;
  return <LoadedThread scope={scope} />;
}

function LoadedThread({ scope: { unit, period, asOf } }: { scope: Scope }) {
  const input = { unit, period, ...(asOf === null ? {} : { asOf }) };
  const thread = useQuery(api.strategy.thread.queryOptions(input, { placeholderData: keepPreviousData }));
  useTitle(thread.data?.headline);
  if (thread.error !== null) {
    return <PageFailure what="The strategy" error={thread.error} onRetry={() => void thread.refetch()} />;
  }
  if (thread.data === undefined) return <ThreadSkeleton />;
  return (
    <div className={thread.isPlaceholderData ? "dimmed" : undefined} aria-busy={thread.isPlaceholderData}>
      <Thread view={thread.data} />
    </div>
  );
}

function useSelection(): [string | undefined, (card: string | undefined) => void] {
  const { card } = useSearch({ from: "/shell/strategy" });
  const navigate = useNavigate({ from: "/strategy" });
  return [card, (chosen) => void navigate({ search: (now) => ({ ...now, card: chosen }), replace: true })];
}

const VIEWS = [
  { value: "thread", label: "Thread" },
  { value: "matrix", label: "X-matrix" },
] as const;

function Thread({ view }: { view: ThreadView }) {
  const { way: shown } = useSearch({ from: "/shell/strategy" });
  const navigate = useNavigate({ from: "/strategy" });
  const ways = (
    <Segmented
      label="Ways to see the strategy"
      value={shown ?? "thread"}
      options={VIEWS}
      onChange={(way) => void navigate({ search: (now) => ({ ...now, way: way === "matrix" ? way : undefined }) })}
    />
  );
  if (shown !== "matrix") return <ThreadCards view={view} ways={ways} />;
  return (
    <>
      <div className="page-head">
        <h1>{view.headline}</h1>
        {ways}
      </div>
      <XMatrix view={view} />
    </>
  );
}

function ThreadCards({ view, ways }: { view: ThreadView; ways: ReactNode }) {
  const [chosen, choose] = useSelection();
  const frame = useRef<HTMLDivElement>(null);
  const all = view.columns.flatMap(({ cards }) => cards);
  const selected = all.find(({ id }) => id === chosen) ?? null;
  const lit = selected === null ? null : threadOf(view.links, selected.id);
  return (
    <>
      <div className="page-head">
        <h1>{view.headline}</h1>
        {ways}
        <p className="secondary" aria-live="polite">
          {selected === null ? (
            "Select a card to follow its thread."
          ) : (
            <>
              Showing: {selected.title} <CardLink card={selected} />
            </>
          )}
        </p>
        <Breaks view={view} onChoose={choose} />
      </div>
      <div className="thread-frame" ref={frame}>
        <ThreadDrawing frame={frame} links={view.links} lit={lit} />
        {view.columns.map(({ title, cards }) => (
          <section key={title} aria-label={title} className="thread-column">
            <h2>{title}</h2>
            <ul>
              {cards.map((card) => (
                <li key={card.id}>
                  <CardButton
                    card={card}
                    isLit={lit?.has(card.id) ?? null}
                    isChosen={card.id === chosen}
                    onChoose={choose}
                  />
                </li>
              ))}
            </ul>
            {cards.length === 0 ? <p className="small muted">Nothing yet</p> : null}
          </section>
        ))}
      </div>
    </>
  );
}

function Breaks({ view, onChoose }: { view: ThreadView; onChoose: (card: string) => void }) {
  if (view.breaks.length === 0) return null;
  const titles = new Map(view.columns.flatMap(({ cards }) => cards).map(({ id, title }) => [id, title]));
  return (
    <ul className="thread-breaks" aria-label="Where the thread breaks off">
      {view.breaks.map(({ kind, sentence, cards }) => (
        <li key={kind} className="small">
          <span className="strong">{sentence}:</span>
          {cards.map((card) => (
            <button type="button" key={card} className="link-button" onClick={() => onChoose(card)}>
              {titles.get(card) ?? card}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

type CardButtonProps = {
  card: ThreadCard;
  /** Null while no thread is selected. */
  isLit: boolean | null;
  isChosen: boolean;
  onChoose: (card: string | undefined) => void;
};

function CardButton({ card, isLit, isChosen, onChoose }: CardButtonProps) {
  return (
    <button
      type="button"
      className={isLit === false ? "thread-card off-thread" : "thread-card"}
      data-card={card.id}
      aria-pressed={isChosen}
      onClick={() => onChoose(isChosen ? undefined : card.id)}
    >
      <span className="thread-title">{card.title}</span>
      <span className="thread-detail small">
        {card.status === null ? null : (
          <span className={`status status-${card.status}`}>
            <StatusShape status={card.status} />
          </span>
        )}
        {card.detail}
      </span>
    </button>
  );
}

/** Where a card leads. */
function CardLink({ card }: { card: ThreadCard }) {
  if (card.kind === "kpi") {
    return (
      <Link to="/kpis/$kpi" params={{ kpi: card.code }}>
        Open the KPI
      </Link>
    );
  }
  if (card.kind === "need" || card.kind === "risk" || card.kind === "opportunity") {
    return <Link to="/context">Open needs and risks</Link>;
  }
  return null;
}

function ThreadSkeleton() {
  return (
    <Waiting what="the strategy">
      <div className="page-head">
        <Skeleton width={620} height={32} />
        <Skeleton width={360} height={20} />
      </div>
      <Skeleton height={560} />
    </Waiting>
  );
}
