import { Text } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useAdoptPageStyles } from "./adopt-page.styles";

export interface PageFrameProps {
  readonly title: string;
  readonly explain: string;
  readonly children: ReactNode;
}

export function PageFrame({ title, explain, children }: PageFrameProps): ReactElement {
  const styles = useAdoptPageStyles();
  return (
    <div className={styles.page}>
      <div className={styles.inner}>
        <h1 className={styles.title}>{title}</h1>
        <Text>{explain}</Text>
        {children}
      </div>
    </div>
  );
}
