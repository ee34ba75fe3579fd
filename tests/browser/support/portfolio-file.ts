/** One project of a file in the shape of a published government portfolio. All are invented. */
export interface PortfolioRow {
  /** Its number in the file, as Excel shows it. */
  readonly position: number;
  readonly reference: string;
  readonly name: string;
  /** "£654.46" in £ million, or the sentence that stands in its place. */
  readonly wholeLifeCost: string;
  /** "2031-03-28", or a sentence. */
  readonly end: string;
  readonly rating: string;
  readonly schedule: string;
}

const exempt = "Exempt under Section 43 of the Freedom of Information Act 2000 (Commercial interests)";
const unable = "The project is not in a position to provide this information";
const ratings = ["Green", "Amber", "Red"];

/** Every sixth row hides its cost, every tenth its end; names begin with `prefix`. */
export function portfolioRows(count: number, prefix: string): readonly PortfolioRow[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(4, "0");
    const end = new Date(Date.UTC(2027, index % 12, 1 + ((index * 7) % 28))).toISOString().slice(0, 10);
    return {
      position: index + 2,
      reference: `${prefix.toUpperCase().replaceAll(" ", "-")}_${number}`,
      name: `${prefix} scheme ${number}`,
      wholeLifeCost: index % 6 === 5 ? exempt : `£${grouped(12.07 + index * 137.41)}`,
      end: index % 10 === 9 ? unable : end,
      rating: ratings[index % 3] ?? "",
      schedule: `The end date moved – this is due to:\r\n\r\n- late scanners; and\r\n- training that “slipped” in ward ${number}.`,
    };
  });
}

/** "2,013.02" */
function grouped(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ",");
}

const headings =
  "year;project_number;project_name;department;report_category;description_aims;colour_rating;rating_comment;start_date;end_date;schedule_comment;total_baseline;yearly_forecast;variance_comment;wlc_baseline_incl_NCG;budget_comment";

/** The file as Excel on Windows saves it: semicolons, quotes around what holds one, Windows-1252. */
export function portfolioFile(rows: readonly PortfolioRow[]): Buffer {
  const lines = rows.map((row) =>
    [
      "2026",
      row.reference,
      row.name,
      "NHS",
      "ICT",
      "To give every ward what it needs to trace blood from donor to patient, and to stop paper forms.",
      row.rating,
      "The rating is driven by the supply of scanners and by the number of staff who are trained to use them.",
      "2024-07-08",
      row.end,
      row.schedule,
      "£4.10",
      "£4.00",
      "The budget variance is less than or equal to 5%. Nothing else is expected to move it.",
      row.wholeLifeCost,
      row.wholeLifeCost.startsWith("£")
        ? `The whole life cost rose from £9.00m to £${row.wholeLifeCost.slice(1).replaceAll(",", "")}m – the frame was re-priced.`
        : "",
    ]
      .map(quoted)
      .join(";"),
  );
  return windows1252([headings, ...lines, ""].join("\r\n"));
}

function quoted(cell: string): string {
  return /[";\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

const highLetters = new Map([
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
]);

function windows1252(text: string): Buffer {
  return Buffer.from(Array.from(text, (letter) => highLetters.get(letter) ?? letter.charCodeAt(0)));
}
