import { FaultsPage } from "./faults/faults-page";
import { mount } from "./shared/mount";

mount(<FaultsPage />);
