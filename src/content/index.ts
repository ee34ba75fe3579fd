export { planWords, valueWords } from "./registers";
export { faultWords, type FaultWords } from "./faults";
export { hostWords } from "./hosts";
export { exchangeWords } from "./exchange";
export { uiWords } from "./ui";
export { conflictWords, historyWords, recordWords } from "./record";
export { pickerWords } from "./pickers";
export { listWords } from "./list";
