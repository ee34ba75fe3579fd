interface RuleWords {
  readonly message: string;
  /** What goes wrong while it stays so. */
  readonly why: string;
  readonly toDo: string;
  /** Where one step mends it: what its button says. */
  readonly fix?: string;
}

const rule = (message: string, why: string, toDo: string): RuleWords => ({ message, why, toDo });

/** Each data-quality rule: its message, why it matters and what to do. */
export const qualityWords = {
  "DQ-01": rule("No senior responsible owner", "Nobody answers for the project to the board.", "Name the SRO."),
  "DQ-02": rule("No project manager", "Nobody keeps the registers up to date.", "Name the project manager."),
  "DQ-03": rule("No clinical lead", "The project touches care, and no clinician leads on it.", "Name the clinical lead."),
  "DQ-04": rule("No update in 30 days", "What is shown may no longer be so.", "Bring the registers up to date."),
  "DQ-05": rule("Forecast end date has passed", "Every date that hangs on it is wrong.", "Give a new forecast, or close the project."),
  "DQ-06": rule("No baseline", "Without an approved start and end nobody can tell how late it is.", "Enter the approved dates."),
  "DQ-07": rule("No path to green", "The board sees a problem and no way out of it.", "Write the path to green in the highlight report."),
  "DQ-08": rule("No open risks recorded", "A running project without a risk has usually not looked.", "Add the first risk."),
  "DQ-09": rule("No key milestones", "The time RAG has nothing to go by.", "Add a milestone of a type that is reported."),
  "DQ-10": rule("No cost plan this year", "There is a budget, and no line says how it is spent.", "Add this year’s cost lines."),
  "DQ-11": rule("No benefits recorded", "Nobody can tell what the money is for.", "Add the benefit that the case promises."),
  "DQ-12": rule("Strategic objective no longer current", "The project supports something that the trust has let go.", "Choose a current objective."),
  "DQ-13": rule("Risk has no owner", "Nobody is asked about it.", "Name its owner."),
  "DQ-14": rule("Extreme risk with no action", "A risk of this size is being watched and not treated.", "Add an action, or record why it is tolerated."),
  "DQ-15": rule("Mitigation overdue", "The risk is scored as if the mitigation were coming.", "Bring it to an end or give a new date."),
  "DQ-16": { ...rule("Risk review overdue", "Its score may no longer be right.", "Look at it again."), fix: "Reviewed, no change" },
  "DQ-17": rule("Target date passed, target not met", "What was planned has not lowered the risk.", "Change the response or the target."),
  "DQ-18": rule("Risk not described as cause, event, effect", "Others cannot tell what would happen and why.", "Write all three, a few words each."),
  "DQ-19": rule("Score has not moved in 6 months", "The treatment does not work, or nobody looked.", "Score it again or change the response."),
  "DQ-20": rule("Scores look wrong", "Controls never make a risk worse.", "Correct the scores."),
  "DQ-21": rule("Issue overdue", "Somebody waits for it.", "Resolve it or agree a new date."),
  "DQ-22": rule("Critical issue not escalated", "It is too large for the project alone.", "Escalate it."),
  "DQ-23": rule("Action overdue", "Somebody waits for it.", "Complete it or agree a new date."),
  "DQ-24": rule("Due date moved 3 times or more", "A date that moves again and again is no plan.", "Give it to somebody else or cancel it."),
  "DQ-25": rule("Milestone date passed with no actual date", "The plan is shown as if it were still to come.", "Enter the day it happened, or a new forecast."),
  "DQ-26": rule("No forecast date", "Nobody can tell when it will come.", "Enter the forecast."),
  "DQ-27": rule("No reason for slip", "The board asks why, and the register does not say.", "Write the reason in a few words."),
  "DQ-28": { ...rule("Forecast older than a month", "The outturn rests on it.", "Go through the open months."), fix: "Reviewed, no change" },
  "DQ-29": rule("Variance not explained", "The difference is large enough to be asked about.", "Write the reason."),
  "DQ-30": rule("Forecast does not match the run rate", "The year would have to change its pace.", "Check the forecast of the open months."),
  "DQ-31": rule("Coding missing", "The ledger cannot be matched to this line.", "Enter the code."),
  "DQ-32": rule("No spend recorded for a closed month", "The month had a budget, and the ledger shows nothing.", "Check the coding, or explain the month."),
  "DQ-33": rule("Benefit owner missing or in the project team", "The project ends, the benefit does not.", "Name an owner in the service."),
  "DQ-34": rule("Benefit has no baseline or target", "Nobody can tell whether it was reached.", "Enter both values."),
  "DQ-35": rule("Benefit measurement overdue", "What was realised is not known.", "Add the measurement."),
  "DQ-36": rule("Cash-releasing benefit not agreed by the budget holder", "No budget will be cut for it.", "Ask the budget holder, then tick it."),
  "DQ-37": rule("Possible double counting", "The same saving may stand in two projects.", "Compare the two, and keep it in one."),
  "DQ-38": rule("Dependency not agreed by the giver", "Whoever should deliver has not said yes.", "Ask them."),
  "DQ-39": rule("Dependency late", "The project waits for it.", "Agree a new date or escalate it."),
  "DQ-40": rule("Change waiting for a decision", "Work goes on under the old baseline.", "Bring it to whoever decides."),
  "DQ-41": rule("Decision overdue", "Somebody waits for it.", "Get the decision or set a new date."),
  "DQ-42": rule("Highlight report late", "The pack is made without it.", "Submit the report."),
  "DQ-43": rule("RAG better than the data, no reason", "The board sees a better colour than the facts give.", "Write the reason or change the RAG."),
  "DQ-44": { ...rule("Stored total out of date", "Lists and files outside the app show an old figure.", "Have it worked out again."), fix: "Work out again" },
  "DQ-45": rule("Possible patient details", "Patient details must not stand in project records.", "Remove them, or confirm that they are none."),
  "DQ-46": rule("Unacceptable clinical hazard open", "Patients could come to harm.", "Add controls, and ask the clinical safety officer."),
  "DQ-47": rule("Hazard review overdue", "Its level may no longer be right.", "Review it with the clinical safety officer."),
  "DQ-48": rule(
    "CIP scheme without an approved QIA",
    "A saving is made without the quality check that it needs.",
    "Get the quality impact assessment approved.",
  ),
  "DQ-49": rule("Impact assessment overdue", "The project may not go live without it.", "Finish it or agree a new date."),
  "DQ-50": rule("Contract decision overdue or contract expired", "The service may run without a contract.", "Decide on extension or a new procurement."),
  "DQ-51": rule("Contract over £5 million with fewer than 3 KPIs", "The law asks for at least three.", "Agree the KPIs and enter their number."),
  "DQ-52": rule("Gate review overdue", "The project goes on without its gate.", "Hold the review or agree a new date."),
  "DQ-53": rule("Quality check overdue", "Nobody knows whether the product is right.", "Do the check or agree a new date."),
  "DQ-54": rule("Assumption not tested", "The plan rests on it.", "Test it and say what came out."),
  "DQ-55": rule("Person over-allocated", "Something that was promised will not be done.", "Move work or ask for another person."),
  "DQ-56": rule("Intake waiting for triage", "Whoever asked has heard nothing.", "Decide on its route."),
  "DQ-57": rule("Owner has left", "Nobody is asked about it any more.", "Name somebody else."),
  "DQ-58": rule("No lessons captured", "The next project begins where this one did.", "Add what went well and what did not."),
} satisfies Readonly<Record<string, RuleWords>>;
