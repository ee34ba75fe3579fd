export { AppTheme, type AppThemeProps } from "./theme/app-theme";
export { ownTokensByTheme, themeNameFrom, type OwnTokens, type Rag, type ThemeName } from "./theme/rag-palette";
export { useSharedStyles } from "./theme/shared.styles";

export { Grid } from "./grid/grid";
export type { GridProps, GridViewport } from "./grid/use-grid";
export { RecordCards } from "./records/record-cards";
export { RecordsView, type RecordsViewProps } from "./records/records-view";
export { SimpleTable } from "./records/simple-table";
export { type CellEdit, type Choice, type Density, type GridColumn, type TableProps, type TableSort } from "./records/table-props";

export { EmptyState, ErrorState, RowsSkeleton, StateView, type StateViewProps } from "./states/state-view";
export type { StateAction, ViewState } from "./states/view-state";

export { ChoiceField, YesNoField, type ChoiceFieldProps, type YesNoFieldProps } from "./form/choice-fields";
export { ComboSearch, type ComboOption, type ComboSearchProps } from "./form/combo-search";
export { DateField, type DateFieldProps } from "./form/date-field";
export { ErrorSummary, type ErrorSummaryProps, type SummaryProblem } from "./form/error-summary";
export { LabelledField, type LabelledFieldProps } from "./form/labelled-field";
export { LongTextField, MoneyField, TextField, WholeNumberField, type LongTextFieldProps } from "./form/text-fields";
export type { FieldProps, TextFieldProps } from "./form/field-props";
export { readWholeNumber } from "./form/read-number";

export { ConfirmDialog, type ConfirmDialogProps } from "./panel/confirm-dialog";
export { LiveAnnouncer, useAnnounce } from "./panel/live-announcer";
export type { Notice } from "./panel/notice";
export { Notifier, useNotify } from "./panel/notifier";
export { PanelLayout, type PanelLayoutProps } from "./panel/panel-layout";
export { ProgressBarWithCancel, type ProgressBarWithCancelProps } from "./panel/progress-bar-with-cancel";
export { SidePanel, type SidePanelProps } from "./panel/side-panel";

export { MenuButton, type MenuButtonProps } from "./menu/menu-button";
export type { MenuEntry } from "./menu/menu-entry";

export { fetched } from "./fetched/fetched";

export { FilterSentences, type FilterSentence, type FilterSentencesProps } from "./mark/filter-sentences";
export { RagMark, type RagMarkProps } from "./mark/rag-mark";
export { StatusTag, type StatusTagProps, type Tone } from "./mark/status-tag";

export { findCommands, matchesShortcut, type Command, type PressedKey } from "./command/command";
export { CommandToolbar, type CommandToolbarProps } from "./command/command-toolbar";
export { CommandPalette, type CommandPaletteProps, type PaletteFind } from "./command/command-palette";
export { NavBar, type NavBarProps, type NavPlace } from "./command/nav-bar";
export { useShortcuts } from "./command/use-shortcuts";

export { ReadingPage, type ReadingPageProps } from "./layout/reading-page";
export { useReturnFocus } from "./layout/use-return-focus";
export { cardsBelowPx, useIsNarrow } from "./layout/use-container-width";
