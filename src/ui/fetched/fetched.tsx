import { Component, lazy, Suspense, useState, type ComponentType, type LazyExoticComponent, type ReactElement, type ReactNode } from "react";
import { uiWords } from "../../content";
import { ErrorState } from "../states/state-view";

/**
 * A part whose code is fetched when it is first shown; shown again, it is there at once.
 * While it comes, `waiting` stands in its place. Where it cannot be fetched: a sentence and "Try again", for the network may be back.
 */
export function fetched<Props extends object>(load: () => Promise<ComponentType<Props>>, waiting: ReactNode): ComponentType<Props> {
  const fetches = new Fetches(load);
  return function Fetched(props: Props): ReactElement {
    const [{ number, Part }, setFetch] = useState(fetches.latest);
    return (
      <Boundary key={number} onTryAgain={() => setFetch(fetches.again())}>
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      </Boundary>
    );
  };
}

interface Fetch<Props> {
  readonly number: number;
  readonly Part: LazyExoticComponent<ComponentType<Props>>;
}

/** React remembers a failed fetch for good, so each try needs a part of its own. */
class Fetches<Props extends object> {
  latest: Fetch<Props>;

  constructor(private readonly load: () => Promise<ComponentType<Props>>) {
    this.latest = this.fetch(0);
  }

  again(): Fetch<Props> {
    this.latest = this.fetch(this.latest.number + 1);
    return this.latest;
  }

  private fetch(number: number): Fetch<Props> {
    return { number, Part: lazy(() => this.load().then((part) => ({ default: part }))) };
  }
}

interface BoundaryProps {
  readonly onTryAgain: () => void;
  readonly children: ReactNode;
}

/** React asks for a class here. A part that fails leaves the rest of the page as it is. */
class Boundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { readonly hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return <ErrorState fault={uiWords.partNotFetched} kept={uiWords.partNotFetchedKept} onRetry={this.props.onTryAgain} />;
  }
}
