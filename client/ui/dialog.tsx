import { Modal } from "@mantine/core";
import { type ReactNode, useEffect, useId, useState } from "react";
import { say } from "../text/say.ts";

type DialogProps = { title: string; onClose: () => void; children: ReactNode; width?: number };

/** A question over the page. Esc and the veil close it, the focus stays inside and returns where it came from. */
export function Dialog({ title, onClose, children, width = 480 }: DialogProps) {
  const id = useId();
  useFocusBack();
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      centered
      transitionProps={{ duration: 0 }}
      classNames={{ content: "dialog-content", overlay: "dialog-veil" }}
    >
      <Modal.Overlay transitionProps={{ duration: 0 }} />
      <Modal.Content aria-labelledby={id}>
        <div className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="dialog-close" aria-label={say("ui.close")} onClick={onClose}>
            <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" fill="none" stroke="currentColor">
              <path d="m2.500 2.500 9 9m0-9-9 9" strokeWidth="1.6" strokeLinecap="round" />
            </svg>
          </button>
        </div>
        <div className="dialog-body">{children}</div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** A dialog is taken out of the page rather than shut, so that the focus has to be given back by hand. */
function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      setTimeout(() => {
        const isLost = document.activeElement === null || document.activeElement === document.body;
        if (isLost && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    },
    [before],
  );
}

/** The buttons at the end of a dialog. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return <div className="dialog-foot">{children}</div>;
}
