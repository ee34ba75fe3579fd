import { Button, Input, Popover, PopoverSurface, PopoverTrigger } from "@fluentui/react-components";
import { CalendarLtrRegular } from "@fluentui/react-icons";
import { useState, type ReactElement } from "react";
import { formatDate, parseWrittenDate, type CalendarDate } from "../../kernel";
import { uiWords } from "../../content";
import { Calendar } from "./calendar";
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
  const [isOpen, setIsOpen] = useState(false);
  const read = (readDate ?? parseWrittenDate)(value);
  const reading = read !== undefined && formatDate(read) !== value.trim() ? uiWords.dateReads(formatDate(read)) : undefined;
  const choose = (date: CalendarDate): void => {
    setIsOpen(false);
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
          <Popover open={isOpen} trapFocus positioning={{ position: "below", align: "end", offset: { mainAxis: 8 } }} onOpenChange={(_event, data) => setIsOpen(data.open)}>
            <PopoverTrigger disableButtonEnhancement>
              <Button
                appearance="transparent"
                size="small"
                icon={<CalendarLtrRegular />}
                disabled={isDisabled ?? false}
                aria-label={uiWords.chooseDate(field.label)}
              />
            </PopoverTrigger>
            <PopoverSurface aria-label={uiWords.chooseDate(field.label)}>
              <Calendar chosen={read} today={today} onChoose={choose} />
            </PopoverSurface>
          </Popover>
        }
      />
    </LabelledField>
  );
}
