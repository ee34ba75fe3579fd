import { useEffect, useRef, type ReactElement, type ReactNode } from "react";
import { useReadingPageStyles } from "./reading-page.styles";

export interface ReadingPageProps {
  readonly title: string;
  /** The title takes the focus when the page opens; absent: it does. */
  readonly takesFocus?: boolean;
  readonly children: ReactNode;
}

/** A page that is read from top to bottom, in lines of a width that is easy to read. */
export function ReadingPage({ title, takesFocus = true, children }: ReadingPageProps): ReactElement {
  const styles = useReadingPageStyles();
  const titleRef = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) titleRef.current?.focus();
  }, [takesFocus]);
  return (
    <div className={styles.page}>
      <h1 ref={titleRef} tabIndex={-1} className={styles.title}>
        {title}
      </h1>
      {children}
    </div>
  );
}
