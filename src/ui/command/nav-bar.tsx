import { mergeClasses } from "@fluentui/react-components";
import { ChevronDownRegular, NavigationRegular } from "@fluentui/react-icons";
import { useRef, type MouseEvent, type ReactElement, type ReactNode } from "react";
import { uiWords } from "../../content";
import { cardsBelowPx, useIsNarrow } from "../layout/use-container-width";
import { MenuButton } from "../menu/menu-button";
import { useNavBarStyles } from "./nav-bar.styles";

export interface NavPlace {
  readonly id: string;
  readonly label: string;
  /** A real address, so that a place can be opened in a new window: "#/raid". */
  readonly href: string;
}

export interface NavBarProps {
  readonly label: string;
  readonly places: readonly NavPlace[];
  readonly currentId: string | undefined;
  readonly onGo: (id: string) => void;
  /** Places that stand in the row; the rest are behind "More". */
  readonly mostShown?: number | undefined;
  /** Left: where this is. Right: find, state of saving. */
  readonly start?: ReactNode;
  readonly end?: ReactNode;
}

const mostShownByDefault = 5;

/** The one row of navigation. Below 640 px it folds into one menu; what stands left and right stays in sight. */
export function NavBar({ label, places, currentId, onGo, mostShown, start, end }: NavBarProps): ReactElement {
  const styles = useNavBarStyles();
  const barRef = useRef<HTMLElement>(null);
  const isNarrow = useIsNarrow(barRef, cardsBelowPx);
  const shown = isNarrow ? [] : places.slice(0, mostShown ?? mostShownByDefault);
  const folded = places.slice(shown.length);
  const current = folded.find((place) => place.id === currentId);
  return (
    <header ref={barRef} className={styles.bar}>
      {start !== undefined && <div className={styles.start}>{start}</div>}
      <nav aria-label={label} className={mergeClasses(styles.nav, isNarrow && styles.navFolded)}>
        {shown.length > 0 && (
          <ul className={styles.places}>
            {shown.map((place) => (
              <li key={place.id} className={styles.item}>
                <PlaceLink place={place} isCurrent={place.id === currentId} onGo={onGo} />
              </li>
            ))}
          </ul>
        )}
        {folded.length > 0 && (
          <FoldedPlaces
            places={folded}
            currentId={currentId}
            onGo={onGo}
            words={current?.label ?? (isNarrow ? uiWords.menu : uiWords.more)}
            isMenu={isNarrow}
          />
        )}
      </nav>
      {end !== undefined && <div className={styles.end}>{end}</div>}
    </header>
  );
}

/** A plain click goes by `onGo`; with a modifier key the browser opens the address as it does for any link. */
function goHere(event: MouseEvent<HTMLElement>, go: () => void): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  go();
}

function PlaceLink({ place, isCurrent, onGo }: { readonly place: NavPlace; readonly isCurrent: boolean; readonly onGo: (id: string) => void }): ReactElement {
  const styles = useNavBarStyles();
  return (
    <a
      href={place.href}
      aria-current={isCurrent ? "page" : undefined}
      className={mergeClasses(styles.place, isCurrent && styles.current)}
      onClick={(event) => goHere(event, () => onGo(place.id))}
    >
      {place.label}
    </a>
  );
}

interface FoldedPlacesProps extends Pick<NavBarProps, "places" | "currentId" | "onGo"> {
  readonly words: string;
  readonly isMenu: boolean;
}

function FoldedPlaces({ places, currentId, onGo, words, isMenu }: FoldedPlacesProps): ReactElement {
  return (
    <MenuButton
      appearance="subtle"
      icon={isMenu ? <NavigationRegular /> : <ChevronDownRegular />}
      iconPosition={isMenu ? "before" : "after"}
      label={words}
      entries={places.map((place) => ({
        ...{ id: place.id, label: place.label, href: place.href },
        isCurrent: place.id === currentId,
        run: (event: MouseEvent<HTMLElement>) => goHere(event, () => onGo(place.id)),
      }))}
    />
  );
}
