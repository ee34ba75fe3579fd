export { SampleTour } from "./sample-tour";
export { SetUpPage } from "./set-up-page";
