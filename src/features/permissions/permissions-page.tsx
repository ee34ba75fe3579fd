import { mergeClasses, Text } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { faultWords, permissionWords as words, siteCheckWords } from "../../content";
import { HostLink, PageLink, useServices, type Permission, type Permissions } from "../../parts";
import { cardsBelowPx, StateView, useIsNarrow, type ViewState } from "../../ui";
import { AskAdministrator } from "./ask-administrator";
import { permissionLine } from "./permission-text";
import { usePermissionsPageStyles } from "./permissions-page.styles";

/** Every permission of the app: what it is for, who allows it, what works without it, what became of it; and a text for the administrator. */
export function PermissionsPage(): ReactElement {
  const styles = usePermissionsPageStyles();
  const state = usePermissions();
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      <Text as="p" className={styles.paragraph}>
        {words.explain}
      </Text>
      <StateView state={state}>{(permissions) => <Ready permissions={permissions} />}</StateView>
    </div>
  );
}

function usePermissions(): ViewState<Permissions> {
  const { access } = useServices();
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<ViewState<Permissions>>({ kind: "loading", what: words.loading });
  useEffect(() => {
    let isCurrent = true;
    void access.permissions().then((known) => {
      if (!isCurrent) return;
      const onRetry = (): void => setAttempt((last) => last + 1);
      setState(known.ok ? { kind: "ready", value: known.value } : { kind: "error", fault: faultWords(known.fault).happened, onRetry });
    });
    return () => {
      isCurrent = false;
    };
  }, [access, attempt]);
  return state;
}

function Ready({ permissions }: { readonly permissions: Permissions }): ReactElement {
  const styles = usePermissionsPageStyles();
  const { links, session } = useServices();
  const frameRef = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow(frameRef, cardsBelowPx);
  return (
    <div ref={frameRef}>
      <Text as="p" className={styles.paragraph}>
        {words.ways[permissions.way]}
      </Text>
      {isNarrow ? <Cards needs={permissions.needs} /> : <Table needs={permissions.needs} />}
      <AskAdministrator permissions={permissions} site={session.site.address} copy={(text) => links.copy(text)}>
        <HostLink address={permissions.consentLink}>{words.openLink}</HostLink>
      </AskAdministrator>
      <Text as="p" className={styles.paragraph}>
        <PageLink page={{ kind: "check" }}>{siteCheckWords.link}</PageLink>. {siteCheckWords.linkExplain}
      </Text>
    </div>
  );
}

const details = ["scope", "asked", "without", "state"] as const;

function Table({ needs }: { readonly needs: readonly Permission[] }): ReactElement {
  const styles = usePermissionsPageStyles();
  return (
    <table className={styles.table} aria-label={words.table}>
      <thead>
        <tr>
          {(["purpose", ...details] as const).map((name) => (
            <th key={name} scope="col" className={mergeClasses(styles.columnHeading, name === "scope" && styles.scopeHeading)}>
              {words.columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => {
          const line = permissionLine(need);
          return (
            <tr key={need.feature}>
              <th scope="row" className={styles.rowHeading}>
                {line.purpose}
              </th>
              {details.map((name) => (
                <td key={name} className={styles.cell}>
                  {line[name]}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The same where a table of five columns has no room. */
function Cards({ needs }: { readonly needs: readonly Permission[] }): ReactElement {
  const styles = usePermissionsPageStyles();
  return (
    <ul aria-label={words.table} className={styles.cards}>
      {needs.map((need) => {
        const line = permissionLine(need);
        return (
          <li key={need.feature}>
            <h2 className={styles.cardTitle}>{line.purpose}</h2>
            <dl className={styles.details}>
              {details.map((name) => (
                <Detail key={name} name={words.columns[name]} value={line[name]} />
              ))}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  const styles = usePermissionsPageStyles();
  return (
    <>
      <dt className={styles.detailName}>{name}</dt>
      <dd className={styles.detail}>{value}</dd>
    </>
  );
}
