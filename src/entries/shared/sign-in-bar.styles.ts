import { makeStyles } from "@fluentui/react-components";

export const useSignInBarStyles = makeStyles({
  page: { display: "flex", flexDirection: "column", height: "100%", minWidth: 0 },
  rest: { flex: "1 1 0", minHeight: 0 },
});
