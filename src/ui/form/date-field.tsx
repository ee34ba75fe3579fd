import { Button, Input, Popover, PopoverSurface } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import { formatDate, parseWrittenDate, type CalendarDate } from "../../kernel";
import { uiWords } from "../../content";
import { Calendar, type CalendarProps } from "./calendar";
import type { TextFieldProps } from "./field-props";
import { LabelledField } from "./labelled-field";
import { useDateFieldStyles } from "./date-field.styles";

export interface DateFieldProps extends TextFieldProps {
  readonly today: CalendarDate;
  /** Reads what was typed; a due date may also accept "next Friday". Absent: the kernel's parseWrittenDate. */
  readonly readDate?: ((text: string) => CalendarDate | undefined) | undefined;
}

/** A date typed in any clear form, with a calendar beside it. Says how the text is read; never rewrites it. */
export function DateField({ id, value, onChange, isDisabled, today, readDate, hint, ...field }: DateFieldProps): ReactElement {
  const styles = useDateFieldStyles();
  const [anchor, setAnchor] = useState<HTMLElement>();
  const read = (readDate ?? parseWrittenDate)(value);
  const reading = read !== undefined && formatDate(read) !== value.trim() ? uiWords.dateReads(formatDate(read)) : undefined;
  const choose = (date: CalendarDate): void => {
    setAnchor(undefined);
    onChange(formatDate(date));
  };
  return (
    <LabelledField {...field} hint={reading ?? hint ?? uiWords.dateHint}>
      <Input
        id={id}
        value={value}
        autoComplete="off"
        disabled={isDisabled ?? false}
        className={styles.input}
        onChange={(_event, data) => onChange(data.value)}
        contentAfter={
          <>
            <Button
              appearance="transparent"
              size="small"
              icon={<CalendarLtrRegular />}
              disabled={isDisabled ?? false}
              aria-label={uiWords.chooseDate(field.label)}
              aria-haspopup="dialog"
              aria-expanded={anchor !== undefined}
              onClick={(event) => setAnchor(anchor === undefined ? event.currentTarget : undefined)}
            />
            {anchor !== undefined && (
              <CalendarPopover {...{ anchor, today }} label={field.label} chosen={read} onChoose={choose} onClose={() => setAnchor(undefined)} />
            )}
          </>
        }
      />
    </LabelledField>
  );
}

interface CalendarPopoverProps extends CalendarProps {
  readonly label: string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}

/** Exists only while open: a closed Fluent popover that traps focus still puts hidden focusable elements at both ends of the page. */
function CalendarPopover({ label, anchor, onClose, ...calendar }: CalendarPopoverProps): ReactElement {
  return (
    <Popover
      open
      trapFocus
      positioning={{ target: anchor, position: "below", align: "end", offset: { mainAxis: 8 } }}
      onOpenChange={(_event, data) => !data.open && onClose()}
    >
      <PopoverSurface aria-label={uiWords.chooseDate(label)}>
        <Calendar {...calendar} />
      </PopoverSurface>
    </Popover>
  );
}
