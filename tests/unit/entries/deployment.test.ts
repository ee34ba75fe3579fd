import { parseDeployment } from "../../../src/entries/shared";
import { fail } from "../../../src/kernel";

const id = "00000000-0000-4000-8000-00000000000";
const file = { clientId: `${id}1`, tenantId: `${id}2`, sites: [{ name: "Projects", address: "https://northmere.sharepoint.com/sites/projects" }] };

describe("how the app is let into sites", () => {
  test("is by what the person may use, unless the administrator says otherwise", () => {
    expect(parseDeployment(file)).toMatchObject({ ok: true, value: { permissions: "broad" } });
    for (const permissions of ["broad", "selected"]) expect(parseDeployment({ ...file, permissions })).toMatchObject({ ok: true, value: { permissions } });
  });

  test.each(["Selected", "all", "", 1, ["selected"]])("%j is named as wrong, and nothing is opened by a guess", (permissions) => {
    expect(parseDeployment({ ...file, permissions })).toEqual(fail({ kind: "unreadable", where: "deployment.json", says: "permissions" }));
  });
});
