import { bookSites } from "../../../src/demo/seed/site-books";
import { allRegisters, blockingProblems, problemsOf, type Row, type RuleContext } from "../../../src/registers";
import { findPatientDetails } from "../../../src/kernel";
import { today } from "./fixture";
it.each(["small", "large"] as const)("validates %s", (size) => {
  const t = performance.now();
  const out: Record<string, number> = {};
  const rep: Record<string, number> = {};
  for (const { site, book, imperfect } of bookSites({ size, seed: 1, today })) {
    const rows = new Map<string, Row[]>();
    const byProject = new Map<string, Row[]>();
    const byRef = new Map<string, Row>();
    for (const r of book.rows) {
      const row: Row = { id: "1", values: r.values, extras: {} };
      rows.set(r.register.name, [...(rows.get(r.register.name) ?? []), row]);
      const k = `${r.register.name} ${String(r.values["ProjectRef"] ?? "")}`;
      (byProject.get(k) ?? byProject.set(k, []).get(k)!).push(row);
      byRef.set(`${r.register.name} ${String(r.values["Ref"])}`, row);
    }
    const context: RuleContext = { today, me: "", setting: () => undefined, find: (g, ref) => byRef.get(`${g} ${ref}`), rowsOf: (g, p) => byProject.get(`${g} ${p}`) ?? [] };
    for (const r of book.rows) {
      for (const p of blockingProblems(r.register, r.values, { context })) { const k = `${site.key} ${r.register.name} ${p.rule} ${imperfect.has(String(r.values["Ref"])) ? "meant" : p.says + " " + p.fields.map((f) => String(r.values[f])).join()}`; out[k] = (out[k] ?? 0) + 1; }
      if (site.key === "pmo") for (const p of problemsOf(r.register, r.values, { step: "gate", context })) { const k = `${r.register.name} ${p.severity} ${p.rule}`; rep[k] = (rep[k] ?? 0) + 1; }
      for (const v of Object.values(r.values)) if (typeof v === "string") for (const m of findPatientDetails(v)) out[`pid ${v} ${m.kind} ${m.confidence}`] = 1;
    }
    console.log(site.key, book.rows.length, book.changes.length, allRegisters.filter((x) => (book.countRows().get(x.name) ?? 0) === 0).map((x) => x.name));
  }
  console.log(size, performance.now() - t, JSON.stringify(out, null, 1).slice(0, 5000), JSON.stringify(rep, null, 1));
});
