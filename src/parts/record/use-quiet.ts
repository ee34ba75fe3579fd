import { useEffect, useRef, useState } from "react";
import { useServices } from "../services";

/** A save that is answered takes less. */
const quietAfterMs = 3_000;

/** Whether some of these have waited for a while without one of them leaving. */
export function useQuiet(waiting: number): boolean {
  const { timers } = useServices();
  const [isQuiet, setIsQuiet] = useState(false);
  const before = useRef(waiting);
  useEffect(() => {
    if (waiting < before.current) setIsQuiet(false);
    before.current = waiting;
    return waiting === 0 ? undefined : timers.after(quietAfterMs, () => setIsQuiet(true));
  }, [waiting, timers]);
  return isQuiet && waiting > 0;
}
