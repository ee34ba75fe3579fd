import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { tabSettingsWords } from "../../content";
import { useTabSettingsFormStyles } from "./tab-settings-form.styles";

/** What Teams shows above its Remove button. */
export function RemoveNotice(): ReactElement {
  const styles = useTabSettingsFormStyles();
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>{tabSettingsWords.removeTitle}</h1>
      <Text>{tabSettingsWords.removeExplain}</Text>
    </main>
  );
}
