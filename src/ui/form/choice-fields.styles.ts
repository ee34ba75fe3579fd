import { makeStyles } from "@fluentui/react-components";

export const useChoiceFieldsStyles = makeStyles({
  // As wide as its place allows, not as its longest choice.
  list: { width: "100%", minWidth: 0 },
  listBox: { minWidth: 0, width: "100%", textOverflow: "ellipsis" },
});
