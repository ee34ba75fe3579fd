import { productionEnvironment } from "../shared";
import { startTabConfig } from "./start";

void startTabConfig(productionEnvironment(window));
