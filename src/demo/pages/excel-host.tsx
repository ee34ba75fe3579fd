import { ExcelPage } from "./excel-page/excel-page";
import { mount } from "./shared/mount";

mount(<ExcelPage />);
