import { startTab } from "../../entries/tab";
import { demoEnvironment } from "./environment";

void demoEnvironment(window).then(startTab);
