import { Link } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { AppTheme } from "../../../ui";
import { demoWords, placesToGo, thingsToTry } from "../shared/demo-words";
import { usePersonas } from "../shared/persona-select";
import { usePlainPageStyles } from "../shared/plain-page.styles";

/** Where everything is, who one can be, and what to try. */
export function StartPage(): ReactElement {
  const styles = usePlainPageStyles();
  const { personas } = usePersonas();
  return (
    <AppTheme theme="default">
      <main className={styles.page}>
        <div className={styles.inner}>
          <div>
            <h1 className={styles.title}>{demoWords.indexTitle}</h1>
            <p className={styles.intro}>{demoWords.indexIntro}</p>
          </div>
          <section aria-labelledby="places">
            <h2 id="places" className={styles.heading}>
              {demoWords.places}
            </h2>
            <Cards cards={placesToGo} />
          </section>
          <section aria-labelledby="try">
            <h2 id="try" className={styles.heading}>
              {demoWords.tryTitle}
            </h2>
            <Cards cards={thingsToTry} />
          </section>
          <section aria-labelledby="people">
            <h2 id="people" className={styles.heading}>
              {demoWords.people}
            </h2>
            <p className={styles.intro}>{demoWords.peopleIntro}</p>
            <div className={styles.scroll}>
              <table className={styles.table} aria-labelledby="people">
                <thead>
                  <tr>
                    <th scope="col">{demoWords.name}</th>
                    <th scope="col">{demoWords.job}</th>
                    <th scope="col">{demoWords.rights}</th>
                  </tr>
                </thead>
                <tbody>
                  {personas.map((person) => (
                    <tr key={person.key}>
                      <th scope="row">
                        <Link href={`/teams-host.html?persona=${encodeURIComponent(person.key)}`}>{demoWords.openAs(person.name)}</Link>
                      </th>
                      <td>{person.jobTitle}</td>
                      <td>{person.may ?? demoWords.notKnown}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </section>
        </div>
      </main>
    </AppTheme>
  );
}

function Cards({ cards }: { readonly cards: typeof thingsToTry }): ReactElement {
  const styles = usePlainPageStyles();
  return (
    <ul className={styles.cards}>
      {cards.map((card) => (
        <li key={card.title} className={styles.card}>
          <h3 className={styles.cardTitle}>{card.title}</h3>
          <p className={styles.says}>{card.says}</p>
          <Link href={card.href}>{card.link}</Link>
        </li>
      ))}
    </ul>
  );
}
