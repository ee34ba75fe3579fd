import { mount } from "./shared/mount";
import { StartPage } from "./start/start-page";

mount(<StartPage />);
