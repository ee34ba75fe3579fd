import { allRegisters, firstRegisters, loadCatalogue, loadRegister, registerNamed } from "../../../src/registers";

describe("the catalogue", () => {
  it("knows the registers of the first page at once and the others when they have come", async () => {
    for (const register of firstRegisters) expect(registerNamed(register.name)).toBe(register);
    expect(registerNamed("Benefits")).toBeUndefined();
    const benefits = await loadRegister("Benefits");
    expect(benefits?.name).toBe("Benefits");
    expect(registerNamed("Benefits")).toBe(benefits);
  });

  it("has each register in one group", async () => {
    const { lightRegisters, furtherRegisters, supportingRegisters } = await loadCatalogue();
    expect([...lightRegisters, ...furtherRegisters, ...supportingRegisters]).toEqual(allRegisters);
  });

  it.each(["", "benefits", "constructor", "__proto__"])("has no register called %j", async (name) => {
    expect(await loadRegister(name)).toBeUndefined();
  });
});
