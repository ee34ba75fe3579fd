import type { Register } from "../../registers";
import type { Decision, DecisionAnswer } from "../../store";

export interface ConflictPanelProps {
  readonly register: Register;
  readonly decision: Decision;
  readonly onAnswer: (answer: DecisionAnswer) => void;
}
