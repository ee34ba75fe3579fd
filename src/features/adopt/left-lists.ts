import { useState } from "react";
import { useServices } from "../../parts";

export interface LeftLists {
  readonly has: (listId: string) => boolean;
  readonly leave: (listId: string) => void;
  readonly takeBack: (listId: string) => void;
}

const mostKept = 200;

/** Lists that this person does not want to see among those to choose from; kept on this device. */
export function useLeftLists(): LeftLists {
  const { preferences, session } = useServices();
  const name = `adopt.left.${session.site.id}`;
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set((preferences.read(name) ?? "").split(" ").filter((id) => id !== "")));
  const keep = (next: ReadonlySet<string>): void => {
    setLeft(next);
    preferences.write(name, [...next].slice(-mostKept).join(" "));
  };
  return {
    has: (listId) => left.has(listId.toLowerCase()),
    leave: (listId) => keep(new Set([...left, listId.toLowerCase()])),
    takeBack: (listId) => keep(new Set([...left].filter((id) => id !== listId.toLowerCase()))),
  };
}
