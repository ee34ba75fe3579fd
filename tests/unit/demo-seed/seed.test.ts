import { seeded } from "./fixture";
it("seeds", async () => {
  const t = performance.now();
  const { sites } = await seeded();
  console.log(performance.now() - t, sites.map((s) => [s.site, [...s.rowCounts.values()].reduce((a, b) => a + b, 0), s.imperfect.size, JSON.stringify(Object.fromEntries(s.rowCounts))]));
});
it("seeds large", async () => {
  const t = performance.now();
  const { sites } = await seeded({ size: "large" });
  console.log(performance.now() - t, sites.map((s) => [s.site, [...s.rowCounts.values()].reduce((a, b) => a + b, 0)]), JSON.stringify(Object.fromEntries(sites[0]!.rowCounts)));
}, 200000);
