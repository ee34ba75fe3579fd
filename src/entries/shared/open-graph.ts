import { tabWords } from "../../content";
import { createGraph, type Graph } from "../../graph";
import { createSignIn, systemClock, systemRandomness, systemTimers, type SignedInPerson, type SignIn } from "../../hosts";
import type { Result } from "../../kernel";
import { createConsent, firstScopes, signInScopes, type PageConsent } from "./consent";
import { parseDeployment, type Deployment } from "./deployment";
import type { Environment } from "./environment";
import type { GateState } from "./gate";
import { gateNeighbours, pageDevice, type PageDevice } from "./page-device";
import type { SignInRefusedProps } from "./sign-in-refused";
import { signedOutMark } from "./signed-out-mark";

export interface GraphOpening {
  readonly environment: Environment;
  /** What the host calls its person; "" where it does not say. */
  readonly loginHint: string;
  /** What stands on the page meanwhile. */
  readonly show: (state: GateState) => void;
}

/** Graph for the person who has signed in. */
export interface OpenedGraph {
  readonly deployment: Deployment;
  readonly me: SignedInPerson;
  readonly graph: Graph;
  readonly consent: PageConsent;
  readonly device: PageDevice;
}

/** From the deployment to Graph, with the sign-in before it. Undefined when the app is not set up here: then a gate that says so stays. */
export async function openGraph({ environment, loginHint, show }: GraphOpening): Promise<OpenedGraph | undefined> {
  const { page } = environment;
  if (signedOutMark.stands(page)) {
    await new Promise<void>((onSignIn) => show({ kind: "signedOut", isFramed: page !== page.parent, onSignIn }));
    signedOutMark.remove(page);
  }
  const deployment = parseDeployment(await environment.deployment());
  if (!deployment.ok) {
    const missing = deployment.fault.kind === "unreadable" ? deployment.fault.says : "";
    show({ kind: "failed", title: tabWords.notSetUp, explain: tabWords.notSetUpExplain(missing) });
    return undefined;
  }
  const signIn = await createSignIn({
    clientId: deployment.value.clientId,
    tenantId: deployment.value.tenantId,
    redirectUri: new URL("redirect.html", page.location.href).href,
    ...(environment.authority === undefined ? {} : { authority: environment.authority }),
    ...(loginHint === "" ? {} : { loginHint }),
  });
  const me = await signedIn({ signIn, page, deployment: deployment.value }, show);
  const { token, service } = createConsent({ signIn, clock: systemClock, way: deployment.value.permissions });
  const owner = { tenantId: deployment.value.tenantId, personId: me.objectId };
  const ports = { clock: systemClock, timers: systemTimers, randomness: systemRandomness };
  const graph = createGraph({ fetch: environment.graphFetch, token, ...ports, neighbours: gateNeighbours({ page, owner }) });
  const device = pageDevice({ page, graph, owner, wanted: deployment.value.keepOnDevice });
  return { deployment: deployment.value, me, graph, consent: service, device };
}

interface SigningIn extends SignInRefusedProps {
  readonly signIn: Pick<SignIn, "start" | "ask">;
}

/** Without a window where possible; else as often as the person presses the button, each time with what the last window ended in. */
async function signedIn({ signIn, ...refused }: SigningIn, show: (state: GateState) => void): Promise<SignedInPerson> {
  const way = refused.deployment.permissions;
  let answer = await signIn.start(firstScopes(way));
  while (!answer.ok) {
    const { fault } = answer;
    answer = await new Promise<Result<SignedInPerson>>((resolve) => {
      let newest = 0;
      const onSignIn = (): void => {
        const window = (newest += 1);
        show({ kind: "signIn", fault, isWaiting: true, onSignIn, refused });
        void signIn.ask(signInScopes(way)).then((asked) => {
          // A window that another one has replaced has nothing more to say.
          if (window === newest) resolve(asked);
        });
      };
      show({ kind: "signIn", fault, isWaiting: false, onSignIn, refused });
    });
  }
  return answer.value;
}
