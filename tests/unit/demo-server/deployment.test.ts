import { mkdtemp, rm } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer, type RunningServer } from "../../../src/demo/server";
import { createTenant } from "../../../src/demo/tenant";
import { parseDeployment } from "../../../src/entries/shared";

let folder = "";
let server: RunningServer | undefined;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "demo-deployment-"));
});
afterEach(async () => {
  await server?.close();
  await rm(folder, { recursive: true });
});

test("the deployment names the first tenant and only its sites that hold registers, in a form the product reads", async () => {
  server = await startServer({
    port: 0,
    storagePath: undefined,
    openTenant: () => {
      const tenant = createTenant({ clock: { nowMs: () => Date.now() }, randomness: { bytes: (count) => new Uint8Array(randomBytes(count)) } });
      for (const key of ["northmere", "westvale"]) {
        tenant.addTenant({ key, displayName: key, host: `${key}.sharepoint.com` });
        tenant.addPerson({ key: `${key}-pmo`, tenant: key, displayName: "Pat Office", userPrincipalName: `pat@${key}.example` });
        tenant.addSite({ key, tenant: key, path: "/sites/pmo", displayName: `${key} projects` });
        tenant.grant(key, `${key}-pmo`, "manage");
        makeList(tenant, key);
      }
      tenant.addSite({ key: "empty", tenant: "northmere", path: "/sites/empty", displayName: "Nothing here" });
      return tenant;
    },
    staticFiles: [folder],
    pages: new Map(),
    staticHeaders: () => ({}),
  });
  const deployment = parseDeployment(await (await fetch(`${server.url}/demo/deployment.json`)).json());
  expect(deployment.ok && deployment.value.tenantId).toBe(server.tenant().personByKey("northmere-pmo")?.tenantId);
  expect(deployment.ok && deployment.value.sites).toEqual([{ name: "northmere projects", address: "https://northmere.sharepoint.com/sites/pmo" }]);
});

function makeList(tenant: ReturnType<typeof createTenant>, key: string): void {
  const token = tenant.issueToken(`${key}-pmo`, ["Sites.Manage.All"]);
  const answer = tenant.handle({
    method: "POST",
    url: `/v1.0/sites/${key}.sharepoint.com:/sites/pmo:/lists`,
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify({ displayName: "PRProjects", list: { template: "genericList" } }),
  });
  if (answer.status !== 201) throw new Error(String(answer.body));
}
