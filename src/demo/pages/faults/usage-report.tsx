import type { ReactElement } from "react";
import { demoWords } from "../shared/demo-words";
import { usePlainPageStyles } from "../shared/plain-page.styles";
import type { TenantState } from "./tenant-state";

const counterWords: ReadonlyMap<string, string> = new Map([
  ["requests", demoWords.requests],
  ["calls", demoWords.calls],
  ["units", demoWords.units],
  ["throttled", demoWords.throttled],
  ["bytesIn", demoWords.bytesIn],
  ["bytesOut", demoWords.bytesOut],
]);

/** What was asked of the tenant since it started, and whether a rule of the service was broken. */
export function UsageReport({ state }: { readonly state: TenantState }): ReactElement {
  const styles = usePlainPageStyles();
  return (
    <section aria-labelledby="usage">
      <h2 id="usage" className={styles.heading}>
        {demoWords.usage}
      </h2>
      <dl className={styles.counters}>
        {[...state.counters].map(([name, value]) => (
          <div key={name} className={styles.counter}>
            <dt className={styles.counterName}>{counterWords.get(name) ?? name}</dt>
            <dd className={styles.counterValue}>{value.toLocaleString("en-GB")}</dd>
          </div>
        ))}
      </dl>
      <h3>{demoWords.complaints}</h3>
      {state.complaints.length === 0 ? (
        <p>{demoWords.noComplaints}</p>
      ) : (
        <ul>
          {state.complaints.map((complaint, index) => (
            <li key={index}>
              {complaint.kind}: {complaint.method} {complaint.path}
            </li>
          ))}
        </ul>
      )}
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption>{demoWords.byAddress}</caption>
          <thead>
            <tr>
              <th scope="col">{demoWords.address}</th>
              <th scope="col" data-number="">
                {demoWords.howOften}
              </th>
            </tr>
          </thead>
          <tbody>
            {state.byRoute.map(([route, calls]) => (
              <tr key={route}>
                <th scope="row">{route}</th>
                <td data-number="">{calls.toLocaleString("en-GB")}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
