/** The calendar below a date field, fetched with it. */
export const calendarWords = {
  previousMonth: "Previous month",
  nextMonth: "Next month",
  today: (date: string) => `${date}, today`,
  months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as readonly string[],
  weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as readonly string[],
} as const;
