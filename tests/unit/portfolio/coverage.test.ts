import { coverageOf } from "../../../src/features/portfolio/coverage";

const nine = Date.UTC(2026, 10, 24, 9);
const imaging = { address: "https://northmere.sharepoint.com/sites/imaging", name: "Imaging", id: "imaging", count: 3, asAtMs: nine };
const pharmacy = { ...imaging, name: "Pharmacy", id: "pharmacy", count: 4, asAtMs: nine + 60_000 };
const wards = { address: "https://northmere.sharepoint.com/sites/wards", name: "Wards", id: "wards", count: 0 };

test("sites that were all read are counted, with the moment of the oldest answer", () => {
  expect(coverageOf([imaging, pharmacy])).toEqual({ read: 2, says: "7 projects in 2 sites. As at 24 November 2026, 09:00.", notices: [] });
  expect(coverageOf([{ ...imaging, count: 1 }]).says).toBe("1 project in 1 site.");
});

test("a site still being read is said, and is in no total", () => {
  expect(coverageOf([imaging, wards]).says).toBe("3 projects in 1 of 2 sites. The totals leave out the others. 1 site is still being read.");
});

test("a site that may not be read is named with the reason", () => {
  const { read, says, notices } = coverageOf([imaging, pharmacy, { ...wards, fault: { kind: "forbidden" } }]);
  expect(read).toBe(2);
  expect(says).toContain("7 projects in 2 of 3 sites. The totals leave out the others.");
  expect(notices).toEqual(["Wards: SharePoint does not let you read it. Ask the site’s owner."]);
});

test("a site without the list, and one that does not answer, have their own sentences", () => {
  expect(coverageOf([{ ...wards, fault: { kind: "notFound" } }]).notices).toEqual(["Wards: there is no Projects register that you can open."]);
  expect(coverageOf([{ ...wards, fault: { kind: "offline" } }]).notices[0]).toMatch(/^Wards: ./);
});

test("rows of before are counted and said to be of before", () => {
  const { read, notices } = coverageOf([{ ...imaging, fault: { kind: "unavailable" } }]);
  expect(read).toBe(1);
  expect(notices).toEqual(["Imaging could not be read just now. Its projects are as of 24 November 2026, 09:00."]);
});
