import { Fragment, useEffect, useRef, useState } from "react";
import { say, sayWith } from "../../text/say.ts";
import type { EntrySheet } from "./entry-sheet.ts";
import type { Notice } from "./row-look.ts";
import { openDoubts } from "./sheet-line.ts";

type EntryNoticeProps = {
  sheet: EntrySheet;
  kpi: string;
  notice: Notice;
  id: string | undefined;
  /** Back to the cell, or on to the next one. */
  onDone: (where: "here" | "next") => void;
};

/** What is asked or told about a row: a correction to take, a doubt to answer, two values to choose from. */
export function EntryNotice({ sheet, kpi, notice, id, onDone }: EntryNoticeProps) {
  const line = sheet.line(kpi);
  if (line === undefined) return null;
  const take = (act: () => void) => () => {
    act();
    onDone("here");
  };
  const [offer] = notice.offers;
  return (
    <div className={`entry-notice tone-${notice.tone}`} id={id}>
      <strong>{notice.text}</strong>{" "}
      {notice.ask === "keep" && offer !== undefined ? (
        <span className="entry-notice-ask">
          {sayWith("entry.didYouMean", {
            offer: (
              <NoticeButton key="offer" onClick={take(() => sheet.setContent(kpi, offer.content))}>
                {offer.label}
              </NoticeButton>
            ),
          })}{" "}
          <span className="entry-by-keys">
            {sayWith("entry.takesIt", {
              keys: (
                <Fragment key="keys">
                  <kbd>Alt</kbd> <kbd>Enter</kbd>
                </Fragment>
              ),
            })}
          </span>
        </span>
      ) : null}
      {notice.ask === "keep" ? (
        <NoticeButton
          onClick={take(() =>
            sheet.confirm(
              kpi,
              openDoubts(line).map(({ code }) => code),
            ),
          )}
        >
          {say("entry.isRight")}
        </NoticeButton>
      ) : null}
      {notice.ask === null
        ? notice.offers.map(({ label, content }) => (
            <NoticeButton key={label} onClick={take(() => sheet.setContent(kpi, content))}>
              {label}
            </NoticeButton>
          ))
        : null}
      {notice.ask === "conflict" ? (
        <>
          <NoticeButton onClick={take(() => sheet.resolve(kpi, "theirs"))}>{say("entry.keepTheirs")}</NoticeButton>
          <NoticeButton onClick={take(() => sheet.resolve(kpi, "mine"))}>{say("entry.useMine")}</NoticeButton>
        </>
      ) : null}
      {notice.ask === "reason" ? (
        <Reason
          name={line.row.name}
          onSay={(reason) => {
            sheet.setContent(kpi, { kind: "not_applicable", reason });
            onDone("next");
          }}
        />
      ) : null}
    </div>
  );
}

function NoticeButton({ onClick, children }: { onClick: () => void; children: string }) {
  return (
    <button type="button" className="link-button" onClick={onClick}>
      {children}
    </button>
  );
}

function Reason({ name, onSay }: { name: string; onSay: (reason: string) => void }) {
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <input
      ref={field}
      className="input entry-reason"
      aria-label={say("entry.whyNot", { name })}
      placeholder={say("entry.sayWhy")}
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || reason.trim() === "") return;
        event.preventDefault();
        event.stopPropagation();
        onSay(reason);
      }}
    />
  );
}
