import type { ReactElement } from "react";
import { useFreshRows, type Page } from "../../parts";
import { ListPage } from "./list-page";
import { ListsPage } from "./lists-page";

/** Lists that the trust made itself: which there are, and how one of them is used. */
export function AdoptPage({ page }: { readonly page: Extract<Page, { readonly kind: "adopt" }> }): ReactElement {
  useFreshRows(["Settings", "Projects"]);
  const { listId, isCopy = false } = page;
  return listId === undefined ? <ListsPage /> : <ListPage key={`${listId} ${String(isCopy)}`} listId={listId} isCopy={isCopy} />;
}
