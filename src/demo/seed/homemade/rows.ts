import { addDays, isoMomentFromDate, type CalendarDate } from "../../../kernel";
import type { Dice } from "../dice";
import { actionLines, riskLines } from "./lines";
import { departments, impacts, likelihoods, ourProjects, progresses, riskTypes } from "./lists";

/** A row with the names that Graph writes; `by` is the key of its author. */
export interface HandmadeRow {
  readonly by: string;
  readonly daysAgo: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface HandmadeParts {
  readonly today: CalendarDate;
  readonly dice: Dice;
  /** Look-up ids, in this site, of people who own things. */
  readonly people: readonly number[];
}

const riskCount = 60;
const actionCount = 80;
const areas = ["main theatres", "day surgery", "endoscopy"] as const;
const authors = ["pm", "helen-strand", "finance", "pmo"] as const;
const rowsOfAnAuthor = 20;

/** Somebody found out what a cell can begin with. */
const hostileRisk = "=cmd|' /C calc'!A0";
const hostileAction = '<script>alert("theatres")</script> Ask what this was';

function author(index: number): { readonly by: string; readonly daysAgo: number } {
  const turn = Math.floor(index / rowsOfAnAuthor) % authors.length;
  return { by: authors[turn] ?? authors[0], daysAgo: 220 - turn * 50 };
}

/** Day fields at noon, which no zone moves to another day. */
function noonOf(today: CalendarDate, inDays: number): string {
  return isoMomentFromDate(addDays(today, inDays));
}

export function riskRows({ today, dice, people }: HandmadeParts): readonly HandmadeRow[] {
  return Array.from({ length: riskCount }, (_, index): HandmadeRow => {
    const line = riskLines[index % riskLines.length] ?? ["", ""];
    const area = areas[Math.floor(index / riskLines.length)] ?? areas[0];
    const status = dice.pick(["Open", "Open", "Closed", "On hold"]);
    const types = dice.some(riskTypes, dice.whole(0, 3));
    const fields: Record<string, unknown> = {
      Title: index === 16 ? hostileRisk : `${line[0]} (${area})`,
      Risk_x0020_description: line[1],
      Impact: dice.pick(impacts),
      DepartmentLookupId: dice.whole(1, departments.length),
    };
    // What nobody filled in is left out: the list's own defaults stand, or nothing.
    if (index % 15 !== 14) fields["Risk_x0020_no_x002e_"] = index + 1;
    if (!dice.chance(0.12)) fields["Risk_x0020_ownerLookupId"] = dice.pick(people);
    if (types.length > 0) Object.assign(fields, { "Type_x0020_of_x0020_risk@odata.type": "Collection(Edm.String)", Type_x0020_of_x0020_risk: types });
    if (!dice.chance(0.15)) fields["Likelihood"] = dice.pick(likelihoods);
    if (status !== "Open") fields["Status"] = status;
    if (!dice.chance(0.2)) fields["Review_x0020_date"] = noonOf(today, dice.whole(-60, 90));
    if (dice.chance(0.15)) fields["Escalated_x003f_"] = true;
    if (dice.chance(0.3)) fields["Notes"] = `<div class="ExternalClass"><p>Talked about in <b>${area}</b>.</p><p>&#160;</p></div>`;
    return { ...author(index), fields };
  });
}

export function actionRows({ today, dice, people }: HandmadeParts): readonly HandmadeRow[] {
  return Array.from({ length: actionCount }, (_, index): HandmadeRow => {
    const progress = dice.pick(progresses);
    const share = { "Not started": 0, "In progress": dice.whole(1, 9) / 10, Done: 1, Cancelled: 0 }[progress];
    const others = dice.some(people, dice.whole(0, 3));
    const fields: Record<string, unknown> = {
      Title: index === 41 ? hostileAction : (actionLines[index % actionLines.length] ?? ""),
      ProjectLookupId: dice.whole(1, ourProjects.length),
    };
    if (!dice.chance(0.1)) fields["Assigned_x0020_toLookupId"] = dice.pick(people);
    if (!dice.chance(0.12)) fields["Due"] = noonOf(today, dice.whole(-90, 60));
    if (progress !== "Not started") fields["Progress"] = progress;
    if (!dice.chance(0.25)) fields["_x0025__x0020_done"] = share;
    if (others.length > 0) Object.assign(fields, { "Also_x0020_involvedLookupId@odata.type": "Collection(Edm.Int32)", Also_x0020_involvedLookupId: others });
    return { ...author(index), fields };
  });
}

/** How the first risk came to be what it is; oldest first. */
export const changesOfFirstRisk: readonly HandmadeRow[] = [
  { by: "helen-strand", daysAgo: 150, fields: { Likelihood: "5 - Almost certain", Impact: "3 - Moderate", Status: "Open" } },
  { by: "pm", daysAgo: 96, fields: { Risk_x0020_description: "Sterile trays come back late from decontamination: 14 first cases waited in one month." } },
  { by: "pmo", daysAgo: 40, fields: { Impact: "4 - Major", Escalated_x003f_: true } },
  { by: "helen-strand", daysAgo: 9, fields: { Likelihood: "3 - Possible" } },
];
