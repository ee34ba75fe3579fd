import { permissionWords as words } from "../../content";
import type { Permission, Permissions } from "../../parts";

export type PermissionLine = Readonly<Record<keyof typeof words.columns, string>>;

/** One permission in words. */
export function permissionLine({ feature, scope, administratorMustConsent, askedAt, state }: Permission): PermissionLine {
  const { purpose, without } = words.features[feature];
  const asked = words.asked[scope === undefined ? "administrator" : askedAt];
  return {
    purpose,
    without,
    scope: scope ?? words.noScope,
    asked: administratorMustConsent ? `${asked}. ${words.byAdministrator}` : asked,
    // Nobody can have refused what no page asks for.
    state: askedAt === "not yet" ? words.asked["not yet"] : words.states[state],
  };
}

/** What an administrator needs to know to allow it all: each permission once, and only those that a page asks for. */
export function textForAdministrator({ way, needs, consentLink }: Permissions, site: string): string {
  const { mail } = words;
  const asked = new Map<string, string>();
  for (const { feature, scope, askedAt } of needs)
    if (scope !== undefined && askedAt !== "not yet" && !asked.has(scope)) asked.set(scope, afterColon(words.features[feature].purpose));
  return [
    mail.hello,
    "",
    mail.needs,
    mail.delegated,
    ...[...asked].map(([scope, purpose]) => mail.line(scope, purpose)),
    "",
    mail.link,
    consentLink,
    ...(way === "selected" ? ["", mail.selected(site)] : []),
    mail.manual,
    "",
    mail.thanks,
  ].join("\n");
}

function afterColon(sentence: string): string {
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
}
