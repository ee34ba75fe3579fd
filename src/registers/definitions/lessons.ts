import { choice, date, longText, person, text } from "../language/column";
import { register } from "../language/register";
import { deliveryTypes, lessonStatuses, lessonThemes, lessonTypes, stages } from "../choices";

export const lessons = register({
  name: "Lessons",
  label: "Lessons",
  one: "lesson",
  many: "lessons",
  purpose: "What was learned, for other projects to find.",
  ref: { prefix: "L-", digits: 4, mostDigits: 4 },
  belongsTo: "projectIfAny",
  level: "standard",
  titleFrom: "WhatHappened",
  shows: ["LessonType", "Theme", "Recommendation", "Owner", "Status"],
  statusColumn: "Status",
  closedStatuses: ["Closed"],
  columns: {
    LessonType: choice(lessonTypes, { label: "Type", level: "standard", needed: "report" }),
    Theme: choice(lessonThemes, { label: "Theme", level: "standard", needed: "report" }),
    DeliveryType: choice(deliveryTypes, { label: "Type of project", level: "standard", needed: "report" }),
    Stage: choice(stages, { label: "Stage", level: "standard" }),
    WhatHappened: longText({ label: "What happened", level: "standard", needed: "create", alsoKnownAs: ["Lesson", "Lesson learned", "Description"] }),
    Impact: longText({ label: "Effect", level: "standard" }),
    Recommendation: longText({ label: "What to do next time", level: "standard", needed: "report" }),
    Owner: person({ label: "Owner", level: "standard", needed: "report", indexed: true }),
    RaisedDate: date({ label: "Captured", level: "standard", needed: "report", alsoKnownAs: ["Date", "Date raised"] }),
    Status: choice(lessonStatuses, { label: "Status", level: "standard", needed: "report", indexed: true, standard: "Captured" }),
    ReusedBy: text({ label: "Used by projects", level: "full", help: "Refs separated by commas." }),
    Tags: text({ label: "Tags", level: "full", longest: 255 }),
  },
});
