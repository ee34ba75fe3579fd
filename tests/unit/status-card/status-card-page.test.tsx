/** @jest-environment jsdom */
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { cardWords, consentWords } from "../../../src/content";
import { StatusCardPage } from "../../../src/features/status-card";
import { fail, succeed, type Fault, type Result } from "../../../src/kernel";
import { ServicesProvider, type Channel, type PostedMessage, type Services } from "../../../src/parts";
import type { Values } from "../../../src/registers";
import { Notifier } from "../../../src/ui";
import { openNorthmere, placeOf, type Northmere } from "../parts/services";
import { renderUi } from "../ui/render-ui";

// The first rendering loads all of Fluent; a busy machine needs more than five seconds for it.
jest.setTimeout(30_000);

// Microsoft's renderer is an ES module that jest cannot load on demand; the browser tests look at what it draws.
jest.mock("adaptivecards", () => ({
  AdaptiveCard: class {
    parse = (): undefined => undefined;
    render = (): undefined => undefined;
  },
  HostConfig: Object,
  OpenUrlAction: Object,
}));

const reporting: Channel = { teamId: "pmo", teamName: "PMO", channelId: "19:reporting@thread.tacv2", channelName: "Reporting", kind: "standard" };
const status: Channel = { teamId: "blood", teamName: "Blood tracking", channelId: "19:status@thread.tacv2", channelName: "Status", kind: "standard" };
const project: Values = { Ref: "P-0001", Title: "Blood tracking", RagOverall: "Amber" };

interface Shown extends Northmere {
  readonly posted: Channel[];
  readonly copied: string[];
  readonly asked: string[];
}

interface Setting {
  readonly values?: Values;
  readonly milestone?: string;
  readonly channel?: NonNullable<Services["session"]["channel"]>;
  /** What Teams answers before the permission is there; absent: it is. */
  readonly withoutPermission?: "channels" | "posting";
  readonly consent?: Result<void>;
}

async function show({ values = project, milestone, channel, withoutPermission, consent = succeed(undefined) }: Setting = {}): Promise<Shown> {
  const posted: Channel[] = [];
  const copied: string[] = [];
  const asked: string[] = [];
  let isAllowed = withoutPermission === undefined;
  const missing: Fault = { kind: "signInNeeded" };
  const milestones = milestone === undefined ? [] : [{ Ref: "M-0001", Title: milestone, ProjectRef: "P-0001", ForecastDate: "2026-12-01", Status: "Planned" }];
  const northmere = await openNorthmere(
    { Projects: [values], Milestones: milestones },
    {
      messages: {
        channels: () => Promise.resolve(withoutPermission === "channels" && !isAllowed ? fail(missing) : succeed([reporting, status])),
        postCard: (to): Promise<Result<PostedMessage>> => {
          if (!isAllowed) return Promise.resolve(fail(missing));
          posted.push(to);
          return Promise.resolve(succeed({ messageId: "1", webUrl: "https://teams.microsoft.com/l/message/1" }));
        },
      },
      links: {
        toPage: (fragment) => fragment,
        toRecord: () => ({ teams: "https://teams.microsoft.com/l/entity/1", browser: "https://registers.northmere.example/" }),
        open: () => Promise.resolve(succeed(undefined)),
        copy: (written) => {
          copied.push(written);
          return Promise.resolve(succeed(undefined));
        },
      },
      consent: {
        ask: (purpose) => {
          asked.push(purpose);
          if (consent.ok) isAllowed = true;
          return Promise.resolve(consent);
        },
        heldUp: () => undefined,
        subscribe: () => () => undefined,
      },
    },
  );
  const session = channel === undefined ? northmere.services.session : { ...northmere.services.session, channel };
  renderUi(
    <ServicesProvider value={{ ...northmere.services, session }}>
      <Notifier>
        <StatusCardPage projectRef="P-0001" />
      </Notifier>
    </ServicesProvider>,
  );
  await settled();
  return { ...northmere, posted, copied, asked };
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await act(() => new Promise((resolve) => setTimeout(resolve, 0)));
}

async function press(name: string): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settled();
}

const channelBox = (): HTMLSelectElement => screen.getByRole<HTMLSelectElement>("combobox", { name: cardWords.channel });
const choose = (channel: Channel): void => void fireEvent.change(channelBox(), { target: { value: `${channel.teamId}|${channel.channelId}` } });
const isPostOff = (): boolean => screen.getByRole("button", { name: cardWords.post }).getAttribute("aria-disabled") === "true";

describe("the permission to post", () => {
  test("is asked for where the channels cannot be read without it, and then they are there", async () => {
    const { asked, posted } = await show({ withoutPermission: "channels" });
    expect(screen.getByText(consentWords.why.postCard, { exact: false })).toBeTruthy();
    expect(asked).toEqual([]);
    await press("Allow");
    choose(reporting);
    await press(cardWords.post);
    expect([asked, posted]).toEqual([["postCard"], [reporting]]);
    expect(screen.getByText(cardWords.posted)).toBeTruthy();
  });

  test("is asked for where it is missing at the last step, and the card is posted once it is there", async () => {
    const { posted } = await show({ withoutPermission: "posting" });
    choose(reporting);
    await press(cardWords.post);
    expect(posted).toEqual([]);
    await press("Allow");
    expect(posted).toEqual([reporting]);
    expect(screen.getByText(cardWords.posted)).toBeTruthy();
  });

  test("may be withheld: then it is said, and the card can be copied and the channel opened", async () => {
    const channelLink = "https://teams.microsoft.com/l/channel/19%3Astatus%40thread.tacv2/Status?groupId=blood";
    const { copied } = await show({
      withoutPermission: "channels",
      consent: fail({ kind: "forbidden" }),
      values: { ...project, TeamsChannelUrl: channelLink },
    });
    await press("Allow");
    expect(screen.getByText(consentWords.withheld.postCard, { exact: false })).toBeTruthy();
    expect(screen.getByRole("link", { name: cardWords.openChannel }).getAttribute("href")).toBe(channelLink);
    fireEvent.change(screen.getByRole("textbox", { name: cardWords.headline }), { target: { value: "Go-live holds." } });
    await press(cardWords.copyInstead);
    expect(copied[0]?.split("\n").slice(1, 4)).toEqual([expect.stringMatching(/^Blood tracking · P-0001 · /), "▲ AMBER", "“Go-live holds.”"]);
  });
});

describe("the channel", () => {
  test("of the project is chosen beforehand", async () => {
    await show({ values: { ...project, TeamsChannelUrl: "https://teams.microsoft.com/l/channel/19%3Astatus%40thread.tacv2/Status?groupId=blood" } });
    expect(channelBox().selectedOptions[0]?.textContent).toBe("Blood tracking › Status");
    expect(isPostOff()).toBe(false);
  });

  test("in which the tab stands is chosen where the project names none, and another may be chosen", async () => {
    const { posted } = await show({ channel: reporting });
    expect(channelBox().selectedOptions[0]?.textContent).toBe("PMO › Reporting");
    choose(status);
    await press(cardWords.post);
    expect(posted).toEqual([status]);
  });

  test("that the person is not in is not chosen", async () => {
    await show({ values: { ...project, TeamsChannelUrl: "https://teams.microsoft.com/l/channel/19%3Aother/Other?groupId=x" } });
    expect(channelBox().value).toBe("");
    expect(isPostOff()).toBe(true);
  });
});

describe("patient details", () => {
  test.each<[string, Setting]>([
    ["title", { values: { ...project, Title: "Complaint of patient 401 023 2137" } }],
    ["next milestone", { milestone: "Review for NHS number 401 023 2137" }],
  ])("in the project's %s stop the card and its copy", async (_where, setting) => {
    const { copied } = await show({ ...setting, channel: reporting });
    expect(screen.getByText(cardWords.patientElsewhere)).toBeTruthy();
    expect(isPostOff()).toBe(true);
    await press(cardWords.copyInstead);
    expect(copied).toEqual([]);
  });

  test("in the headline are said at the headline", async () => {
    await show({ channel: reporting });
    fireEvent.change(screen.getByRole("textbox", { name: cardWords.headline }), { target: { value: "Patient 401 023 2137 waits." } });
    expect(isPostOff()).toBe(true);
    expect(screen.queryByText(cardWords.patientElsewhere)).toBeNull();
  });
});

describe("the link to the message", () => {
  test("is kept on the project", async () => {
    const { services } = await show({ channel: reporting });
    await press(cardWords.post);
    await waitFor(() => expect(services.store.findByRef(placeOf("Projects"), "P-0001")?.values["CardUrl"]).toBe("https://teams.microsoft.com/l/message/1"));
    expect(screen.queryByText(cardWords.linkNotKept)).toBeNull();
  });

  test("that may not be written is dropped and said; nothing is left to decide", async () => {
    const { services, source } = await show({ channel: reporting });
    source.failNext("update", { kind: "forbidden" });
    await press(cardWords.post);
    expect(screen.getByText(cardWords.posted)).toBeTruthy();
    expect(screen.getByText(cardWords.linkNotAllowed)).toBeTruthy();
    expect(services.store.status()).toMatchObject({ unsent: 0, needsDecision: 0 });
    expect(services.store.findByRef(placeOf("Projects"), "P-0001")?.values["CardUrl"]).toBeUndefined();
  });
});
