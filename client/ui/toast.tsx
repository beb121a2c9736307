import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";
import { Button } from "./button.tsx";
import { useCountdown } from "./use-countdown.ts";
import "./toast.css";

export type Notice = { text: string; undo?: () => void };
type Shown = Notice & { id: number };

const ToastContext = createContext<(notice: Notice) => void>(() => undefined);

/** Says what was done, with a way back. */
export function useToast(): (notice: Notice) => void {
  return useContext(ToastContext);
}

/** Holds the notices at the foot of the window: one at a time, the newest. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const say = useCallback((notice: Notice) => setShown((last) => ({ ...notice, id: (last?.id ?? 0) + 1 })), []);
  const close = useCallback(() => setShown(null), []);
  const value = useMemo(() => say, [say]);
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status">
        {shown === null ? null : <Toast key={shown.id} notice={shown} onClose={close} />}
      </div>
    </ToastContext>
  );
}

function Toast({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { pause, resume } = useCountdown(8000, onClose);
  const { undo } = notice;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: resting on a notice keeps it, nothing is done by it
    <div className="toast" onMouseEnter={pause} onMouseLeave={resume} onFocus={pause} onBlur={resume}>
      <span>{notice.text}</span>
      {undo === undefined ? null : (
        <Button
          kind="quiet"
          onClick={() => {
            undo();
            onClose();
          }}
        >
          Undo
        </Button>
      )}
    </div>
  );
}
