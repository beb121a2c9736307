import { type ReactNode, useId } from "react";
import "./card.css";

type CardProps = { title: ReactNode; aside?: ReactNode; children: ReactNode; padded?: boolean; className?: string };

/** A titled part of a page. `aside` stands at the end of the title's line. */
export function Card({ title, aside, children, padded = true, className }: CardProps) {
  const id = useId();
  return (
    <section className={className === undefined ? "card" : `card ${className}`} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      <div className={padded ? "card-body" : undefined} style={padded ? { paddingBlockStart: 0 } : undefined}>
        {children}
      </div>
    </section>
  );
}

/** Terms and what they are, in two columns. */
export function Facts({ facts }: { facts: readonly { label: string; text: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>{fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
