import { Link } from "@fluentui/react-components";
import type { MouseEvent, ReactElement } from "react";
import { fragmentOf, type Page } from "./page";
import { useServices } from "./services";

export interface PageLinkProps {
  readonly page: Page;
  readonly children: string;
  readonly className?: string;
}

/** The one way to link to a page of the app: an address that can be opened beside, and a plain press goes there where nothing typed is lost. */
export function PageLink({ page, children, className }: PageLinkProps): ReactElement {
  const { location } = useServices();
  const target = fragmentOf(page);
  const follow = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.go(target);
  };
  return (
    <Link inline href={location.addressOf(target)} onClick={follow} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  );
}
