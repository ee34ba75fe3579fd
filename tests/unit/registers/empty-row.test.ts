import { allRegisters } from "../../../src/registers";
import { ruleContext } from "./rule-context";

describe("an empty row", () => {
  it("breaks only the rules that are about something missing", () => {
    const broken = allRegisters.flatMap(({ rules }) => rules.filter((rule) => !rule.holds({}, ruleContext())).map(({ id }) => id));
    const missingOwner = [
      "V-ORG-CONTACT",
      "V-DEP-GIVER",
      "V-DEP-GIVER-OWNER",
      "V-BEN-MEASURE",
      "V-BEN-REVIEW",
      "V-HAZ-REVIEW",
      "V-CAP-NEITHER",
      "V-RSK-NO-PROJECT",
    ];
    expect(broken.filter((id) => !/-(PROJECT|BELONGS)$/.test(id) && !missingOwner.includes(id))).toEqual([]);
  });

  it("is blocked by no rule", () => {
    const blocking = allRegisters.flatMap(({ rules }) =>
      rules.filter((rule) => rule.at === "create" && rule.severity === "error" && !rule.holds({}, ruleContext())),
    );
    expect(blocking.map(({ id }) => id)).toEqual([]);
  });
});
