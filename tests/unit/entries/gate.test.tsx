/** @jest-environment jsdom */
import { configure, render, screen } from "@testing-library/react";
import { Gate, type Deployment, type GateState } from "../../../src/entries/shared";
import type { Fault } from "../../../src/kernel";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";

// No test here is about time: a busy machine takes seconds to draw Fluent in jsdom.
jest.setTimeout(60_000);
configure({ asyncUtilTimeout: 20_000 });

const deployment: Deployment = {
  clientId: "c",
  tenantId: "t",
  teamsAppId: "a",
  sites: [{ name: "PMO", address: "https://northmere.sharepoint.com/sites/pmo" }],
  keepOnDevice: "sealed",
  permissions: "selected",
};

function draw(fault: Fault): void {
  const state: GateState = { kind: "signIn", fault, isWaiting: false, onSignIn: () => undefined, refused: { page: window, deployment } };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <Gate state={state} />
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
}

test("a sign-in that the organisation refused comes with the text for its administrator and the link of consent", async () => {
  draw({ kind: "forbidden" });
  const text = await screen.findByRole("group", { name: "Ask your administrator" });
  expect(text.textContent).toContain("https://login.microsoftonline.com/t/adminconsent?client_id=c");
  expect(text.textContent).toContain("- Sites.Selected: to show the registers of a site");
  expect(text.textContent).toContain("a grant with the role write on https://northmere.sharepoint.com/sites/pmo");
});

test("a window that was only closed needs no administrator", () => {
  draw({ kind: "cancelled" });
  expect(screen.getByText("The window was closed before you signed in.")).toBeTruthy();
  expect(screen.queryByRole("heading", { name: "Ask your administrator" })).toBeNull();
});
