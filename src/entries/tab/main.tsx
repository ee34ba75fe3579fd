import { productionEnvironment } from "../shared";
import { startTab } from "./start";

void startTab(productionEnvironment(window));
