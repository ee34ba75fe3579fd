import { act, fireEvent, render, screen } from "@testing-library/react";
import { SetUpPage } from "../../../src/features/set-up";
import { succeed } from "../../../src/kernel";
import { ServicesProvider, type Permissions, type ProvisioningService, type Services, type SiteLook } from "../../../src/parts";
import { AppTheme, LiveAnnouncer, Notifier } from "../../../src/ui";
import { openNorthmere, type Northmere } from "../parts/services";

export const emptySite: SiteLook = { absent: [], standing: [], otherLists: 0 };

export interface Shown extends Northmere {
  readonly saved: Map<string, string>;
}

export interface Showing {
  /** What each look at the site finds; the last stays. */
  readonly looks: readonly SiteLook[];
  readonly way?: Permissions["way"];
  readonly provisioning?: Partial<ProvisioningService>;
  readonly services?: Partial<Services>;
  readonly onSample?: () => void;
}

export function permissionsUnder(way: Permissions["way"]): Permissions {
  const scope = way === "broad" ? { scope: "Sites.Manage.All" } : {};
  return {
    way,
    consentLink: "",
    needs: [{ feature: "setUpRegisters", ...scope, administratorMustConsent: false, askedAt: "first use", state: "unknown" }],
  };
}

/** The page over a site that is looked at as given; files that are saved are kept as text. */
export async function showSetUp({ looks, way = "broad", provisioning, services: more, onSample }: Showing): Promise<Shown> {
  const saved = new Map<string, string>();
  let count = 0;
  const setting = await openNorthmere({});
  const { services } = setting;
  const service: ProvisioningService = {
    ...services.provisioning,
    look: () => {
      const value = looks[Math.min(count, looks.length - 1)] ?? emptySite;
      count += 1;
      return Promise.resolve(succeed(value));
    },
    ...provisioning,
  };
  const given: Services = {
    ...services,
    provisioning: service,
    access: { ...services.access, permissions: () => Promise.resolve(succeed(permissionsUnder(way))) },
    files: {
      save: (name, bytes) => {
        saved.set(name, new TextDecoder().decode(bytes));
        return Promise.resolve(succeed(undefined));
      },
    },
    ...more,
  };
  render(
    <AppTheme theme="default">
      <LiveAnnouncer>
        <Notifier>
          <ServicesProvider value={given}>
            <SetUpPage onSample={onSample} />
          </ServicesProvider>
        </Notifier>
      </LiveAnnouncer>
    </AppTheme>,
  );
  await settled();
  return { ...setting, services: given, saved };
}

export async function settled(): Promise<void> {
  for (let turn = 0; turn < 8; turn += 1) await act(() => Promise.resolve());
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settled();
}
