import { useEffect, useState } from "react";
import { firstRegisters, loadCatalogue, type Register } from "../registers";

export interface OfferedRegisters {
  readonly light: readonly Register[];
  readonly further: readonly Register[];
}

const atFirst: OfferedRegisters = { light: firstRegisters, further: [] };

/** The registers a person can go to. Only those of the first page until the others have come, which no first page waits for. */
export function useOfferedRegisters(): OfferedRegisters {
  const [offered, setOffered] = useState(atFirst);
  useEffect(() => {
    let isCurrent = true;
    loadCatalogue().then(
      ({ lightRegisters, furtherRegisters }) => isCurrent && setOffered({ light: lightRegisters, further: furtherRegisters }),
      // Without a network the first registers are still there; a page that needs another says so itself.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, []);
  return offered;
}
