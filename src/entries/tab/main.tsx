import { productionEnvironment } from "../shared/environment";
import { startTab } from "./start";

void startTab(productionEnvironment(window));
