import { mount } from "./shared/mount";
import { TeamsPage } from "./teams/teams-page";

mount(<TeamsPage />);
