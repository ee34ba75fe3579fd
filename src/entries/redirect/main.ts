import { startRedirect } from "./start";

void startRedirect();
