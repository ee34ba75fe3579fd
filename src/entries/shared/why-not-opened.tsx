import { Button, Link } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import { accessWords, uiWords } from "../../content";
import { WhyNot } from "../../features/permissions";
import { copyText, systemClock } from "../../hosts";
import { createSiteLists } from "../../lists";
import { loadRegister, registerNamed } from "../../registers";
import { accessService, type AccessParts } from "./access-service";

export interface WhyNotOpenedProps extends Omit<AccessParts, "lists"> {
  readonly page: Window;
  /** The site's https address. */
  readonly address: string;
  /** A register of it that could not be read. */
  readonly register?: string;
  readonly onAgain: () => void;
}

/** In place of a site that did not open: what stands in the way, whom to ask, and the way back. */
export function WhyNotOpened({ page, graph, consent, deployment, address, register, onAgain }: WhyNotOpenedProps): ReactElement {
  const definition = register === undefined ? undefined : registerNamed(register);
  const access = useMemo(() => accessService({ graph, consent, deployment, lists: createSiteLists(graph, loadRegister) }), [graph, consent, deployment]);
  return (
    <WhyNot
      access={access}
      question={{ site: address, ...(definition === undefined ? {} : { register: definition.name }) }}
      asked={{ address, ...(definition === undefined ? {} : { list: definition.label }) }}
      known={() => ({ heldUp: consent.heldUp(), isReadOnly: false })}
      copy={(text) => copyText(page, text)}
      clock={systemClock}
    >
      <Button appearance="primary" onClick={onAgain}>
        {uiWords.tryAgain}
      </Button>
      <Link href={address} target="_blank" rel="noopener noreferrer">
        {accessWords.openSite}
      </Link>
    </WhyNot>
  );
}
