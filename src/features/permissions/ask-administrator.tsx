import { Text } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { permissionWords as words } from "../../content";
import type { Result } from "../../kernel";
import type { Permissions } from "../../parts";
import { textForAdministrator } from "./permission-text";
import { usePermissionsPageStyles } from "./permissions-page.styles";
import { TextToSend } from "./text-to-send";

export interface AskAdministratorProps {
  readonly permissions: Permissions;
  /** The https address of the site that would need a grant. */
  readonly site: string;
  readonly copy: (text: string) => Promise<Result<void>>;
  /** The link to Microsoft's page of consent, as the host opens links. */
  readonly children: ReactNode;
}

/** The text for whoever may allow the app to everybody. */
export function AskAdministrator({ permissions, site, copy, children }: AskAdministratorProps): ReactElement {
  const styles = usePermissionsPageStyles();
  return (
    <section className={styles.ask}>
      <h2 className={styles.heading}>{words.askTitle}</h2>
      <Text as="p" className={styles.paragraph}>
        {words.askExplain} {children}
      </Text>
      <TextToSend label={words.askTitle} text={textForAdministrator(permissions, site)} copyLabel={words.copy} copied={words.copied} copy={copy} />
    </section>
  );
}
