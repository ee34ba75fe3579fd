import type { ReactElement } from "react";
import type { ConflictPanelProps } from "./conflict-panel-props";
import { RefusedChange } from "./refused-change";
import { ThreeWay } from "./three-way";

/** A change that waits for its author: three values a field, or the reason it was refused, and a way out of each. */
export function ConflictPanel(props: ConflictPanelProps): ReactElement {
  return props.decision.conflicts.length > 0 ? <ThreeWay {...props} /> : <RefusedChange {...props} />;
}
