import { choice, monthly, number, person, text } from "../language/column";
import { filled } from "../language/conditions";
import { register } from "../language/register";
import { roleTypes } from "../choices";
import { financialYearText } from "../shapes";

export const resourceCapacity = register({
  name: "ResourceCapacity",
  label: "Resource capacity",
  one: "capacity",
  many: "capacities",
  purpose: "Whole-time equivalents that each person or pool can give to projects.",
  ref: { prefix: "RC-", digits: 4, mostDigits: 4 },
  belongsTo: "nothing",
  level: "full",
  titleFrom: "RoleType",
  shows: ["FinancialYear", "Person", "PoolName", "RoleType"],
  columns: {
    FinancialYear: financialYearText({ label: "Financial year", level: "standard", needed: "create", indexed: true }),
    Person: person({ label: "Person", level: "standard", indexed: true }),
    PoolName: text({ label: "Pool", level: "standard" }),
    RoleType: choice(roleTypes, { label: "Role", level: "standard", needed: "create" }),
    ...monthly("CapM", (month) => number({ label: `Capacity WTE ${month}`, level: "standard", from: 0, to: 50, help: "After leave and other duties." })),
  },
  rules: [
    {
      id: "V-CAP-BOTH",
      severity: "error",
      at: "create",
      says: "A capacity is of a person or of a pool, not of both",
      fields: ["Person", "PoolName"],
      holds: (capacity) => !(filled(capacity.Person) && filled(capacity.PoolName)),
    },
    {
      id: "V-CAP-NEITHER",
      severity: "error",
      at: "report",
      says: "Name the person or the pool",
      fields: ["Person", "PoolName"],
      holds: (capacity) => filled(capacity.Person) || filled(capacity.PoolName),
    },
  ],
});
