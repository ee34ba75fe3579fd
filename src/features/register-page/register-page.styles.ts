import { makeStyles } from "@fluentui/react-components";

export const useRegisterPageStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", minHeight: 0, minWidth: 0 },
  list: { flex: "1 1 0", minHeight: 0, minWidth: 0 },
});
