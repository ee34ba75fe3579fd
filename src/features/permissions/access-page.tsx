import type { ReactElement } from "react";
import type { Page } from "../../parts";
import { PermissionsPage } from "./permissions-page";
import { WhyPage } from "./why-page";

/** What the app may do, or why something cannot be done. */
export function AccessPage({ page }: { readonly page: Extract<Page, { readonly kind: "permissions" | "why" }> }): ReactElement {
  return page.kind === "why" ? <WhyPage register={page.register} /> : <PermissionsPage />;
}
