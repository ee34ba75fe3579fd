import { startTabConfig } from "../../entries/tab-config";
import { demoEnvironment } from "./environment";

void demoEnvironment(window).then(startTabConfig);
