import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import { useTabSettingsFormStyles } from "./tab-settings-form.styles";

/** What Teams shows above its Remove button, and while it takes the tab away. */
export function RemoveNotice({ isRemoved }: { readonly isRemoved: boolean }): ReactElement {
  const styles = useTabSettingsFormStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{isRemoved ? tabSettingsWords.removedTitle : tabSettingsWords.removeTitle}</h1>
      <Text role="status">{isRemoved ? tabSettingsWords.removedExplain : tabSettingsWords.removeExplain}</Text>
    </main>
  );
}
