import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark.tsx";
import "./front-page.css";

/** A page before the house: one thing to do, nothing around it. */
export function FrontPage({
  title,
  children,
  isWide = false,
}: {
  title: string;
  children: ReactNode;
  isWide?: boolean;
}) {
  return (
    <main className="front">
      <div className={isWide ? "front-box front-wide" : "front-box"}>
        <p className="front-brand">
          <BrandMark /> Plumbline
        </p>
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
