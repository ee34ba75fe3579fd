import { programmeRag } from "../../../src/insight";
import { projectRags } from "../../../src/insight/project-rags";
import type { Rag } from "../../../src/insight/rag";
import { benefitMoney } from "../../../src/insight/benefit-figures";
import { projectMoney } from "../../../src/insight/project-money";
import { projectWith, standpointOn } from "./rag-ground";

const standpoint = standpointOn();

function project(Tier: string | undefined, value: Rag | undefined, { Status = "Active", Ref = "P-0001" } = {}) {
  const records = projectWith({ project: { Status, Ref, ...(Tier === undefined ? {} : { Tier }) } });
  const rags = projectRags({ records, money: projectMoney(records, standpoint), benefits: benefitMoney(records, standpoint) }, standpoint);
  return { records, rags: { ...rags, overall: { value, rule: "overallRagBalanced", inputs: [] } } };
}

describe("the RAG of a programme", () => {
  it.each<readonly [Rag, string, readonly Parameters<typeof project>[]]>([
    [
      "Red",
      "the worst of its large projects",
      [
        ["Tier 1", "Green"],
        ["Tier 2", "Red"],
      ],
    ],
    [
      "Amber",
      "the worst of its large projects",
      [
        ["Tier 1", "Amber"],
        ["Tier 2", "Green"],
      ],
    ],
    [
      "Green",
      "all of them Green, a small one Amber",
      [
        ["Tier 1", "Green"],
        ["Tier 3", "Amber"],
      ],
    ],
    [
      "Amber",
      "Amber at least when a small one is Red",
      [
        ["Tier 1", "Green"],
        ["Tier 3", "Red"],
      ],
    ],
    [
      "Amber",
      "so, too, of tier 4",
      [
        ["Tier 2", "Green"],
        ["Tier 4", "Red"],
      ],
    ],
    [
      "Amber",
      "so, too, without a tier",
      [
        ["Tier 2", "Green"],
        [undefined, "Red"],
      ],
    ],
    [
      "Red",
      "and Red stays Red",
      [
        ["Tier 1", "Red"],
        ["Tier 4", "Red"],
      ],
    ],
    [
      "Amber",
      "also where no large one is rated",
      [
        ["Tier 1", "Not rated"],
        ["Tier 4", "Red"],
      ],
    ],
    [
      "Not rated",
      "of small ones alone, none of them Red",
      [
        ["Tier 3", "Amber"],
        ["Tier 4", "Green"],
      ],
    ],
    ["Not rated", "when nothing is known", [["Tier 1", undefined]]],
    ["Not rated", "of none", []],
    [
      "Green",
      "not of what is no longer active",
      [
        ["Tier 1", "Green"],
        ["Tier 1", "Red", { Status: "Completed" }],
        ["Tier 4", "Red", { Status: "On hold" }],
      ],
    ],
  ])("is %s: %s", (expected, _, projects) => {
    expect(programmeRag(projects.map((given) => project(...given))).value).toBe(expected);
  });

  it("names the projects that made it so", () => {
    const { rule, inputs } = programmeRag([
      project("Tier 1", "Green", { Ref: "P-0001" }),
      project("Tier 4", "Red", { Ref: "P-0002" }),
      project(undefined, "Amber", { Ref: "P-0003" }),
      project("Tier 2", "Red", { Ref: "P-0004", Status: "Pipeline" }),
    ]);
    expect(rule).toBe("programmeRag");
    expect(inputs).toEqual([
      { name: "largeProject", kind: "fact", unit: "rag", value: "Green", from: { register: "Projects", ref: "P-0001" } },
      { name: "smallProject", kind: "fact", unit: "rag", value: "Red", from: { register: "Projects", ref: "P-0002" } },
      { name: "projectsWithoutTier", kind: "fact", unit: "count", value: 1 },
    ]);
    expect(programmeRag([project("Tier 1", "Green")]).inputs).toHaveLength(1);
  });
});
