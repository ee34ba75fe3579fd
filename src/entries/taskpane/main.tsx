import { productionEnvironment } from "../shared";
import { startTaskpane } from "./start";

void startTaskpane(productionEnvironment(window));
