import type { ReactElement } from "react";
import type { Register } from "../../registers";
import type { Decision, DecisionAnswer } from "../../store";
import { RefusedChange } from "./refused-change";
import { ThreeWay } from "./three-way";

export interface ConflictPanelProps {
  readonly register: Register;
  readonly decision: Decision;
  readonly onAnswer: (answer: DecisionAnswer) => void;
}

/** A change that waits for its author: three values a field, or the reason it was refused, and a way out of each. */
export function ConflictPanel(props: ConflictPanelProps): ReactElement {
  return props.decision.conflicts.length > 0 ? <ThreeWay {...props} /> : <RefusedChange {...props} />;
}
