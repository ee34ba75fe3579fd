export { TabSettingsForm, type TabSettingsFormProps } from "./tab-settings-form";
export { RemoveNotice } from "./remove-notice";
export type { AskedWhy } from "./use-site-check";
export type { NamedRecord, NamedSite, ReadableSite, SiteReader, TabSettingsChoice } from "./site-reader";
