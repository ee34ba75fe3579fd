import { Consents, type ConsentState } from "../../../src/demo/server/consents";

const posting = ["ChannelMessage.Send"];

function consents(states: Readonly<Record<string, ConsentState>> = {}): Consents {
  const made = new Consents();
  for (const [feature, state] of Object.entries(states)) made.set(feature, state);
  return made;
}

test("every permission is given at first", () => {
  const made = consents();
  expect(new Set(made.list().map(({ state }) => state))).toEqual(new Set(["given"]));
  expect(made.list()).toContainEqual({ feature: "postMessages", scope: "ChannelMessage.Send", state: "given" });
  expect(made.missing(["ChannelMessage.Send", "User.Read", "openid"])).toBeUndefined();
});

test("a permission that is asked for first is there once it was accepted", () => {
  const made = consents({ postMessages: "askFirst" });
  expect(made.missing(["User.Read"])).toBeUndefined();
  expect(made.missing(["User.Read", ...posting])).toEqual({ state: "askFirst", scopes: posting });
  made.accept(posting);
  expect(made.missing(posting)).toBeUndefined();
});

test("a permission that is withheld cannot be accepted, nor anything that is asked for together with it", () => {
  const made = consents({ postMessages: "withheld", chooseTeam: "askFirst" });
  expect(made.missing(["Team.ReadBasic.All", ...posting])).toEqual({ state: "withheld", scopes: ["Team.ReadBasic.All", "ChannelMessage.Send"] });
  made.accept(["Team.ReadBasic.All", ...posting]);
  expect(made.missing(posting)?.state).toBe("withheld");
});

test("the full name of a scope is the same scope, and all are given again at once", () => {
  const made = consents({ postMessages: "withheld" });
  expect(made.missing(["https://graph.microsoft.com/ChannelMessage.Send"])?.state).toBe("withheld");
  made.clear();
  expect(made.missing(posting)).toBeUndefined();
});

describe("where sites are granted one by one", () => {
  const selected = (states: Readonly<Record<string, ConsentState>> = {}): Consents => Object.assign(consents(states), { way: "selected" as const });

  test("Sites.Selected is there, and whatever opens all sites is withheld", () => {
    const made = selected();
    expect(made.missing(["User.Read", "Sites.Selected", "openid"])).toBeUndefined();
    for (const scope of ["Sites.Read.All", "Sites.ReadWrite.All", "Sites.Manage.All", "Sites.FullControl.All"]) {
      expect(made.missing(["User.Read", scope])).toEqual({ state: "withheld", scopes: [scope] });
    }
    expect(consents().missing(["Sites.Selected"])?.state).toBe("withheld");
  });

  test("the list names the scope of this way for each feature", () => {
    const made = selected();
    expect(made.list()).toContainEqual({ feature: "readRegisters", scope: "Sites.Selected", state: "given" });
    expect(made.list()).toContainEqual({ feature: "setUpRegisters", scope: "Sites.Manage.All", state: "withheld" });
  });

  test("a feature's permission may still be asked for, or be given by name", () => {
    const made = selected({ readRegisters: "askFirst", setUpRegisters: "given" });
    expect(made.missing(["Sites.Selected"])).toEqual({ state: "askFirst", scopes: ["Sites.Selected"] });
    made.accept(["Sites.Selected"]);
    expect(made.missing(["Sites.Selected", "Sites.Manage.All"])).toBeUndefined();
    made.clear();
    expect(made.missing(["Sites.Read.All"])).toBeUndefined();
  });
});
