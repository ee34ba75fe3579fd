import { makeStyles } from "@fluentui/react-components";

export const useDateFieldStyles = makeStyles({ input: { maxWidth: "260px" } });
