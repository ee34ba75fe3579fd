import { useEffect, useState } from "react";
import { faultWords, setUpWords } from "../../content";
import { succeed, type Result } from "../../kernel";
import { useServices, type Permissions, type Services, type SiteLook } from "../../parts";
import type { ViewState } from "../../ui";

/** What the page goes by. */
export interface SiteFacts {
  readonly look: SiteLook;
  /** `selected`: an administrator makes the lists. */
  readonly way: Permissions["way"];
  /** By Microsoft's name; undefined where an administrator makes the lists. */
  readonly scope: string | undefined;
}

export interface SiteLooking {
  readonly state: ViewState<SiteFacts>;
  /** What was shown stays in sight until the answer is there. */
  readonly lookAgain: () => Promise<void>;
}

/** Looks at the site when the page opens, and again when something was made. */
export function useSiteLook(): SiteLooking {
  const { provisioning, access, session } = useServices();
  const [found, setFound] = useState<Result<SiteFacts>>();
  const [attempt, setAttempt] = useState(0);
  const site = session.site.id;
  const lookAgain = async (): Promise<void> => setFound(await lookAt({ provisioning, access }, site));
  useEffect(() => {
    let isCurrent = true;
    void lookAt({ provisioning, access }, site).then((answer) => {
      if (isCurrent) setFound(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [provisioning, access, site, attempt]);
  return { state: stateOf(found, () => setAttempt((last) => last + 1)), lookAgain };
}

async function lookAt({ provisioning, access }: Pick<Services, "provisioning" | "access">, site: string): Promise<Result<SiteFacts>> {
  const [look, permissions] = await Promise.all([provisioning.look(site), access.permissions()]);
  return factsFrom(look, permissions);
}

function factsFrom(look: Result<SiteLook>, permissions: Result<Permissions>): Result<SiteFacts> {
  if (!look.ok) return look;
  if (!permissions.ok) return permissions;
  const { way, needs } = permissions.value;
  return succeed({ look: look.value, way, scope: needs.find(({ feature }) => feature === "setUpRegisters")?.scope });
}

function stateOf(found: Result<SiteFacts> | undefined, onRetry: () => void): ViewState<SiteFacts> {
  if (found === undefined) return { kind: "loading", what: setUpWords.title };
  if (found.ok) return { kind: "ready", value: found.value };
  const { happened, toDo } = faultWords(found.fault);
  return { kind: "error", fault: happened, kept: toDo, onRetry };
}
