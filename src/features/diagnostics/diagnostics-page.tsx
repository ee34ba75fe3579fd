import { Button, Text } from "@fluentui/react-components";
import { useId, type ReactElement, type ReactNode } from "react";
import { deviceWords, diagnosticsWords as words, faultWords } from "../../content";
import { useServices } from "../../parts";
import { StateView, useAnnounce, useNotify } from "../../ui";
import { DeviceActions } from "./device-actions";
import { useDiagnosticsPageStyles } from "./diagnostics-page.styles";
import { reportText, type ReportLine, type ReportSection } from "./page-report";
import { usePageReport } from "./use-page-report";

/** What this page has asked for, how fresh its registers are and where its changes stand; all of it can be copied as text. */
export function DiagnosticsPage(): ReactElement {
  const styles = useDiagnosticsPageStyles();
  const { links } = useServices();
  const notify = useNotify();
  const announce = useAnnounce();
  const { sections, kept, update } = usePageReport();
  const copy = async (): Promise<void> => {
    const copied = await links.copy(reportText(sections));
    notify(copied.ok ? { kind: "success", text: words.copied } : { kind: "error", text: faultWords(copied.fault).happened });
  };
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      <Text as="p" className={styles.explain}>
        {words.explain}
      </Text>
      <div className={styles.buttons}>
        <Button appearance="primary" onClick={() => void copy()}>
          {words.copy}
        </Button>
        <Button
          onClick={() => {
            update();
            announce(words.updated);
          }}
        >
          {words.update}
        </Button>
      </div>
      {sections.map((section) => (
        <Section key={section.title} section={section}>
          {section.title === deviceWords.title && kept !== undefined && <DeviceActions kept={kept} onChanged={update} />}
        </Section>
      ))}
    </div>
  );
}

interface SectionProps {
  readonly section: ReportSection;
  /** Stands below the lines and is not copied. */
  readonly children: ReactNode;
}

function Section({ section: { title, state }, children }: SectionProps): ReactElement {
  const styles = useDiagnosticsPageStyles();
  const id = useId();
  return (
    <section>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <StateView state={state}>{(lines) => <Lines lines={lines} labelledBy={id} />}</StateView>
      {children}
    </section>
  );
}

function Lines({ lines, labelledBy }: { readonly lines: readonly ReportLine[]; readonly labelledBy: string }): ReactElement {
  const styles = useDiagnosticsPageStyles();
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <tbody>
        {lines.map(({ name, value }) => (
          <tr key={name}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            <td className={styles.value}>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
