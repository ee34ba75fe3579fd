import { visitSite } from "../../../src/features/portfolio";
import { memoryLocation } from "../../../src/hosts";
import type { Services } from "../../../src/parts";
import { openNorthmere } from "../parts/services";

const wards = { id: "wards", name: "Wards", address: "https://northmere.sharepoint.com/sites/wards" };
const inWards = "in/northmere.sharepoint.com~sites~wards";

async function visiting(start = `${inWards}/raid`): Promise<{ readonly outer: Services; readonly inner: Services }> {
  const { services } = await openNorthmere(
    {},
    {
      location: memoryLocation(start),
      sites: { open: () => Promise.resolve({ ok: true, value: wards }), offered: () => Promise.reject(new Error("not asked")) },
    },
  );
  const visit = await visitSite(services, wards.address);
  if (!visit.ok) throw new Error(visit.fault.kind);
  return { outer: services, inner: visit.value };
}

test("the pages of a visited site know that site and share the store", async () => {
  const { outer, inner } = await visiting();
  expect(inner.session.site).toEqual(wards);
  expect(inner.session.channel).toBeUndefined();
  expect(inner.store).toBe(outer.store);
});

test("its pages go on inside it without knowing, and their links too", async () => {
  const { outer, inner } = await visiting();
  expect(inner.location.read()).toBe("raid");
  inner.location.go("project/P-0001");
  expect(outer.location.read()).toBe(`${inWards}/project/P-0001`);
  expect(inner.location.addressOf("raid")).toBe(`#${inWards}/raid`);
  inner.location.replace("");
  expect(outer.location.read()).toBe(inWards);
  expect(inner.location.read()).toBe("");
});

test("the list of all sites, and a third site, stand outside it", async () => {
  const { outer, inner } = await visiting();
  inner.location.go("portfolio?view=f.rag%3DRed");
  expect(outer.location.read()).toBe("portfolio?view=f.rag%3DRed");
  inner.location.go("in/northmere.sharepoint.com~sites~imaging/raid");
  expect(outer.location.read()).toBe("in/northmere.sharepoint.com~sites~imaging/raid");
});

test("something half typed in a visited site holds the way out, and is asked in its own words", async () => {
  const { outer, inner } = await visiting();
  const asked: string[] = [];
  inner.location.guard({
    keeps: (fragment) => {
      asked.push(fragment);
      return fragment === "raid?open=Risks%2FR-0001";
    },
    ask: () => undefined,
  });
  inner.location.go("raid?open=Risks%2FR-0001");
  expect(outer.location.read()).toBe(`${inWards}/raid?open=Risks%2FR-0001`);
  inner.location.go("portfolio");
  expect(outer.location.read()).toBe(`${inWards}/raid?open=Risks%2FR-0001`);
  expect(asked).toEqual(["raid?open=Risks%2FR-0001", "portfolio"]);
});

test("a site that cannot be opened is the fault that SharePoint gave", async () => {
  const refused = Promise.resolve({ ok: false, fault: { kind: "forbidden" } } as const);
  const { services } = await openNorthmere({}, { sites: { open: () => refused, offered: () => Promise.reject(new Error("not asked")) } });
  expect(await visitSite(services, wards.address)).toEqual({ ok: false, fault: { kind: "forbidden" } });
});
