import { useCallback, useEffect, useRef } from "react";

/** Calls `onEnd` after `milliseconds`, counted anew after each pause. */
export function useCountdown(milliseconds: number, onEnd: () => void): { pause: () => void; resume: () => void } {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const pause = useCallback(() => clearTimeout(timer.current), []);
  const resume = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(onEnd, milliseconds);
  }, [milliseconds, onEnd]);
  useEffect(() => {
    resume();
    return pause;
  }, [resume, pause]);
  return { pause, resume };
}
