import { startRedirect } from "../../entries/redirect";

void startRedirect();
