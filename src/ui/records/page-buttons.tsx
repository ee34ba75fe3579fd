import { Button, Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { uiWords } from "../../content";
import { usePageButtonsStyles } from "./page-buttons.styles";
import type { Pages } from "./use-pages";

export interface PageButtonsProps {
  readonly label: string;
  readonly pages: Pages<unknown>;
}

/** Renders nothing for a single page. Buttons at an end stay focusable, so that focus is not lost on arriving there. */
export function PageButtons({ label, pages }: PageButtonsProps): ReactElement | null {
  const styles = usePageButtonsStyles();
  if (pages.pageCount === 1) return null;
  const button = (words: string, page: number): ReactElement => (
    <Button size="small" appearance="subtle" disabledFocusable={page < 1 || page > pages.pageCount || page === pages.page} onClick={() => pages.goTo(page)}>
      {words}
    </Button>
  );
  return (
    <nav aria-label={uiWords.pagesOf(label)} className={styles.bar}>
      {button(uiWords.firstPage, 1)}
      {button(uiWords.previousPage, pages.page - 1)}
      <Text role="status" size={200} className={styles.place}>
        {uiWords.pageOf(pages.page, pages.pageCount)} · {uiWords.rowsShown(pages.firstRow, pages.lastRow, pages.total)}
      </Text>
      {button(uiWords.nextPage, pages.page + 1)}
      {button(uiWords.lastPage, pages.pageCount)}
    </nav>
  );
}
