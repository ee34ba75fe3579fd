import { Button, mergeClasses } from "@fluentui/react-components";
import { ChevronLeftRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactElement } from "react";
import { dateParts, formatDate, type CalendarDate } from "../../kernel";
import { calendarWords } from "../../content";
import { useReturnFocus } from "../layout/use-return-focus";
import { useCalendarStyles } from "./calendar.styles";
import { addMonths, monthOf, moveInCalendar, weeksOfMonth } from "./month-days";

export interface CalendarProps {
  readonly chosen: CalendarDate | undefined;
  readonly today: CalendarDate;
  readonly onChoose: (date: CalendarDate) => void;
}

/** One month as a grid with one tab stop; takes focus when it appears. Arrows move by day and week, Page Up and Down by month. */
export function Calendar({ chosen, today, onChoose }: CalendarProps): ReactElement {
  const styles = useCalendarStyles();
  const titleId = useId();
  const gridRef = useRef<HTMLTableElement>(null);
  useReturnFocus(gridRef);
  const takesFocus = useRef(true);
  const [active, setActive] = useState(chosen ?? today);
  const month = monthOf(active);

  useLayoutEffect(() => {
    if (takesFocus.current) gridRef.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    takesFocus.current = false;
  }, [active]);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = moveInCalendar(active, event.key);
    if (next === undefined) return;
    event.preventDefault();
    takesFocus.current = true;
    setActive(next);
  };
  return (
    <div className={styles.calendar}>
      <div className={styles.header}>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronLeftRegular />}
          aria-label={calendarWords.previousMonth}
          onClick={() => setActive(addMonths(active, -1))}
        />
        <span id={titleId} aria-live="polite" className={styles.title}>
          {calendarWords.months[month.month - 1]} {month.year}
        </span>
        <Button
          appearance="subtle"
          size="small"
          icon={<ChevronRightRegular />}
          aria-label={calendarWords.nextMonth}
          onClick={() => setActive(addMonths(active, 1))}
        />
      </div>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- APG date picker: a table that is a grid */}
      <table ref={gridRef} role="grid" aria-labelledby={titleId} className={styles.grid} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            {calendarWords.weekdays.map((weekday) => (
              <th key={weekday} scope="col" abbr={weekday} className={styles.weekday}>
                {weekday.slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOfMonth(month).map((week, index) => (
            <tr key={index}>
              {week.map((date, day) => (
                <td key={day} role="gridcell" aria-selected={date !== undefined && date === chosen} className={styles.cell}>
                  {date !== undefined && <DayButton {...{ date, today, chosen, onChoose }} isActive={date === active} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function DayButton({ date, isActive, today, chosen, onChoose }: CalendarProps & { readonly date: CalendarDate; readonly isActive: boolean }): ReactElement {
  const styles = useCalendarStyles();
  return (
    <button
      type="button"
      tabIndex={isActive ? 0 : -1}
      aria-label={date === today ? calendarWords.today(formatDate(date)) : formatDate(date)}
      aria-current={date === today ? "date" : undefined}
      className={mergeClasses(styles.day, date === today && styles.today, date === chosen && styles.chosen)}
      onClick={() => onChoose(date)}
    >
      {dateParts(date).day}
    </button>
  );
}
