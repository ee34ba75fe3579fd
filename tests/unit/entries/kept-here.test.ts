import { keptHere, leaveWithOthers, type LeavingPage, type SharedDevice } from "../../../src/entries/shared/kept-here";
import { signedOutMark } from "../../../src/entries/shared/signed-out-mark";
import { fail, succeed } from "../../../src/kernel";

const owner = { tenantId: "9f2b7a10-2222-3333-4444-555555555555", personId: "11111111-2222-3333-4444-555555555555" };

/** Just enough of a browser's storage: its names are its own keys. */
function storage(first: Record<string, string>): globalThis.Storage {
  const kept = new Map(Object.entries(first));
  const calls = {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
    clear: () => kept.clear(),
  };
  return new Proxy({} as globalThis.Storage, {
    get: (_storage, name) => Reflect.get(calls, name) as unknown,
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: "" }),
  });
}

interface OpenPage extends LeavingPage {
  readonly reloads: jest.Mock;
}

function page(): OpenPage {
  const reloads = jest.fn();
  const window = {
    localStorage: storage({ "project-registers.pane.site": "a", [`project-registers.disk.${"0".repeat(64)}`]: "2", "of another app": "b" }),
    sessionStorage: storage({ "msal.account": "somebody" }),
    location: { reload: reloads },
    addEventListener: () => undefined,
    BroadcastChannel,
  };
  return { ...window, reloads } as unknown as OpenPage;
}

const open: (() => void)[] = [];

afterEach(() => open.splice(0).forEach((close) => close()));

/** Node keeps running while a channel is open. */
class ClosingChannel extends BroadcastChannel {
  constructor(name: string) {
    super(name);
    open.push(() => this.close());
  }
}

function device(erase: SharedDevice["erase"], tellOthersToLeave: () => void): SharedDevice {
  return {
    mode: "sealed",
    disk: fail({ kind: "storageRefused" }),
    waitingUnsent: 2,
    lostUnsent: 1,
    takeIn: () => Promise.resolve(succeed(0)),
    tidy: () => Promise.resolve({ othersUnsent: 0 }),
    forgetLost: () => Promise.resolve(succeed(undefined)),
    countUnsent: () => Promise.resolve(3),
    erase,
    tellOthersToLeave,
  };
}

test("what lies here is told as the device has it, with what was wanted", async () => {
  const kept = await keptHere(
    { page: page(), wanted: "sealed" },
    device(
      () => Promise.resolve(succeed(undefined)),
      () => undefined,
    ),
  );
  expect(kept).toMatchObject({ mode: "sealed", wanted: "sealed", waitingUnsent: 2, lostUnsent: 1, unsentHere: 3 });
});

test("clearing tells the other pages before their disks go, takes away tokens and settings, and leaves a mark for the next page", async () => {
  const steps: string[] = [];
  const here = page();
  const erase = (): ReturnType<SharedDevice["erase"]> => {
    steps.push("erase");
    return Promise.resolve(succeed(undefined));
  };
  const kept = await keptHere(
    { page: here, wanted: "sealed" },
    device(erase, () => steps.push("tell")),
  );
  expect((await kept.signOutAndClear()).ok).toBe(true);
  expect(steps).toEqual(["tell", "erase"]);
  expect(here.sessionStorage.getItem("msal.account")).toBeNull();
  expect(signedOutMark.stands(here)).toBe(true);
  expect(here.reloads).toHaveBeenCalledTimes(1);
});

test("notes that tell another person of a loss, and what is not ours, stay", async () => {
  const here = page();
  const kept = await keptHere(
    { page: here, wanted: "sealed" },
    device(
      () => Promise.resolve(succeed(undefined)),
      () => undefined,
    ),
  );
  await kept.signOutAndClear();
  expect(Object.keys(here.localStorage).sort()).toEqual(["of another app", `project-registers.disk.${"0".repeat(64)}`]);
});

test("a device that refuses keeps the person signed in, and says why", async () => {
  const here = page();
  const kept = await keptHere(
    { page: here, wanted: "sealed" },
    device(
      () => Promise.resolve(fail({ kind: "storageRefused" })),
      () => undefined,
    ),
  );
  expect(await kept.signOutAndClear()).toEqual(fail({ kind: "storageRefused" }));
  expect(here.reloads).not.toHaveBeenCalled();
  expect(signedOutMark.stands(here)).toBe(false);
});

test("the person's other pages leave when they are told, and nobody else's", async () => {
  const pages = [page(), page(), page()] as const;
  const withChannel = pages.map((one) => ({ ...one, BroadcastChannel: ClosingChannel }));
  const [first, second, stranger] = withChannel;
  const tell = leaveWithOthers({ page: first!, owner });
  leaveWithOthers({ page: second!, owner });
  leaveWithOthers({ page: stranger!, owner: { ...owner, personId: "somebody else" } });
  const heard = new Promise((resolve) => pages[1].reloads.mockImplementation(resolve));
  tell();
  await heard;
  expect(signedOutMark.stands(pages[1])).toBe(true);
  expect(pages[0].reloads).not.toHaveBeenCalled();
  expect(pages[2].reloads).not.toHaveBeenCalled();
});

test("a page whose storage is closed leaves all the same", async () => {
  const closed = page();
  const refusing = { ...closed };
  for (const name of ["localStorage", "sessionStorage"] as const)
    Object.defineProperty(refusing, name, {
      get: () => {
        throw new Error("closed");
      },
    });
  const kept = await keptHere(
    { page: refusing, wanted: "memory" },
    device(
      () => Promise.resolve(succeed(undefined)),
      () => undefined,
    ),
  );
  expect((await kept.signOutAndClear()).ok).toBe(true);
  expect(closed.reloads).toHaveBeenCalledTimes(1);
  expect(signedOutMark.stands(refusing)).toBe(false);
});
