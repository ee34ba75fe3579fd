import type { ReactElement } from "react";
import { accessWords as words } from "../../content";
import { HostLink, PageLink, useServices } from "../../parts";
import { registerNamed, valueAt } from "../../registers";
import type { Decision } from "../../store";
import { WhyNot } from "./why-not";

/** The ref alone: the text leaves the registers. */
function recordOf(refused: Decision | undefined): { readonly record?: string } {
  const ref = refused === undefined ? undefined : valueAt(refused.edit.seen.values, "Ref");
  return typeof ref === "string" ? { record: ref } : {};
}

/** Why something cannot be done in this site, or in one register of it. */
export function WhyPage({ register }: { readonly register?: string | undefined }): ReactElement {
  const { access, session, store, consent, rights, links, clock } = useServices();
  // A conflict is a question, no refusal.
  const refused = store
    .decisions()
    .findLast(({ edit, reason }) => edit.site === session.site.id && reason.kind !== "conflict" && (register === undefined || edit.register === register));
  const asked = register ?? refused?.edit.register;
  const definition = asked === undefined ? undefined : registerNamed(asked);
  const isReadOnly = asked !== undefined && rights.of({ site: session.site.id, register: asked }) === "readOnly";
  return (
    <WhyNot
      access={access}
      question={{
        site: session.site.address,
        ...(definition === undefined ? {} : { register: definition.name }),
        ...(refused?.edit.kind === "update" && definition !== undefined ? { row: refused.edit.id } : {}),
      }}
      asked={{ address: session.site.address, ...(definition === undefined ? {} : { list: definition.label }), ...recordOf(refused) }}
      known={() => ({ heldUp: consent.heldUp(), isReadOnly, ...(refused === undefined ? {} : { refusal: refused.reason }) })}
      copy={(text) => links.copy(text)}
      clock={clock}
    >
      <HostLink address={session.site.address}>{words.openSite}</HostLink>
      <PageLink page={{ kind: "permissions" }}>{words.permissions}</PageLink>
    </WhyNot>
  );
}
