import { failureLine, prepareGround, simulate, type Schedule } from "../../sim";

/** Runs that failed once, shrunk to what they needed. */
const found: readonly (readonly [name: string, schedule: Schedule])[] = [
  [
    "a change that names a new row which the device refused",
    {
      seed: 160610570,
      people: [
        { key: "asha", tabs: 1, skewMs: 90000, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: false },
        { key: "mina", tabs: 2, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 22198, what: "edit", who: 1, tab: 0, pick: 1128730854 },
        { atMs: 29780, what: "name a new project", who: 1, tab: 0, pick: 1575858718 },
      ],
      faults: [
        ["tom 0/1 write 3", "storage quota exceeded"],
        ["tom 0/1 write 4", "storage quota exceeded"],
        ["tom 0/1 write 5", "crash inside a store transaction"],
      ],
    },
  ],
  [
    "a decision that was kept again after the browser had thrown it away",
    {
      seed: 160610606,
      people: [
        { key: "asha", tabs: 2, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: false },
        { key: "mina", tabs: 2, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 26438, what: "tab crash", who: 0, tab: 0, pick: 1723389390 },
        { atMs: 39593, what: "edit", who: 2, tab: 1, pick: 96718200 },
        { atMs: 49878, what: "edit", who: 0, tab: 1, pick: 608412546 },
        { atMs: 52884, what: "storage evicted", who: 0, tab: 0, pick: 1595353213 },
        { atMs: 170585, what: "take theirs", who: 0, tab: 0, pick: 1805268450 },
      ],
      faults: [],
    },
  ],
  [
    "a row that was pulled before its page took the change over",
    {
      seed: 158134825,
      people: [
        { key: "asha", tabs: 1, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 90000, hasLock: true },
      ],
      actions: [
        { atMs: 16815, what: "tab crash", who: 0, tab: 0, pick: 1368789243 },
        { atMs: 52521, what: "create two that belong together", who: 0, tab: 0, pick: 1566757689 },
        { atMs: 133767, what: "permission revoked", who: 0, tab: 0, pick: 514798422 },
      ],
      faults: [
        ["asha 0/2 write 5", "crash inside a store transaction"],
        ["asha 0/3 write 1", "crash inside a store transaction"],
      ],
    },
  ],
  [
    "changes made together of which the device keeps only the last",
    {
      seed: 256647545,
      people: [
        { key: "asha", tabs: 1, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: true },
        { key: "mina", tabs: 1, skewMs: 90000, hasLock: true },
        { key: "lee", tabs: 1, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 48920, what: "edit in an old form", who: 3, tab: 0, pick: 2031552790 },
        { atMs: 57720, what: "edit", who: 3, tab: 0, pick: 1043262454 },
        { atMs: 107128, what: "edit", who: 3, tab: 0, pick: 158949485 },
        { atMs: 119353, what: "publish", who: 3, tab: 0, pick: 2041728191 },
      ],
      faults: [
        ["lee 0/1 write 1", "storage quota exceeded"],
        ["lee 0/1 write 2", "storage quota exceeded"],
        ["lee 0/1 write 5", "storage quota exceeded"],
        ["lee 0/1 batch write 5", "401 plain"],
        ["lee 0/1 write 6", "storage quota exceeded"],
      ],
    },
  ],
  [
    "a change typed over one that is dropped, to a row made a moment ago",
    {
      seed: 160000824,
      people: [
        { key: "asha", tabs: 2, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 2, skewMs: -600000, hasLock: false },
      ],
      actions: [
        { atMs: 8251, what: "create", who: 0, tab: 1, pick: 615738700 },
        { atMs: 12422, what: "name a new project", who: 0, tab: 1, pick: 2028300973 },
        { atMs: 13640, what: "column removed", who: 1, tab: 1, pick: 1477665874 },
        { atMs: 114696, what: "edit", who: 0, tab: 1, pick: 1451564400 },
      ],
      faults: [["asha 0/1 batch delta 2", "429 seconds"]],
    },
  ],
  [
    "rows that the browser throws away while they are read",
    {
      seed: 200001981,
      people: [
        { key: "asha", tabs: 1, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 7432, what: "edit", who: 1, tab: 0, pick: 380095887 },
        { atMs: 7707, what: "tab crash", who: 1, tab: 0, pick: 46971918 },
        { atMs: 13167, what: "edit", who: 1, tab: 0, pick: 274168320 },
        { atMs: 22940, what: "edit", who: 1, tab: 0, pick: 1250138055 },
        { atMs: 50858, what: "storage evicted", who: 1, tab: 0, pick: 825043909 },
      ],
      faults: [["tom 0/2 write 5", "crash inside a store transaction"]],
    },
  ],
  [
    "a decision that is dropped while the other page has not heard of it and the browser throws everything away",
    {
      seed: 200007336,
      people: [
        { key: "asha", tabs: 2, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: -600000, hasLock: true },
      ],
      actions: [
        { atMs: 19052, what: "edit in an old form", who: 1, tab: 0, pick: 1670056340 },
        { atMs: 24599, what: "edit", who: 0, tab: 0, pick: 1131943971 },
        { atMs: 31121, what: "edit", who: 0, tab: 1, pick: 279686977 },
        { atMs: 51198, what: "take theirs", who: 0, tab: 1, pick: 1180096497 },
        { atMs: 58559, what: "storage evicted", who: 0, tab: 1, pick: 1975882495 },
      ],
      faults: [["asha 1/1 batch write 1", "drop before"]],
    },
  ],
  [
    "a redo of an undo that went through a decision",
    {
      seed: 300000761,
      people: [
        { key: "asha", tabs: 1, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 16287, what: "publish", who: 1, tab: 0, pick: 1824763363 },
        { atMs: 27053, what: "name a new project", who: 1, tab: 0, pick: 1715722641 },
        { atMs: 31373, what: "edit", who: 1, tab: 0, pick: 61901730 },
        { atMs: 50319, what: "UI edit", who: 0, tab: 0, pick: 1300826304 },
        { atMs: 51533, what: "undo", who: 1, tab: 0, pick: 563248469 },
        { atMs: 55886, what: "keep mine", who: 1, tab: 0, pick: 1245814153 },
        { atMs: 57080, what: "redo", who: 1, tab: 0, pick: 1194061030 },
      ],
      faults: [["tom 0/1 batch read 2", "200 html login page"]],
    },
  ],
  [
    "a change that names a new row, sent by a page whose rows are older than the list",
    {
      seed: 300002254,
      people: [
        { key: "asha", tabs: 1, skewMs: 0, hasLock: false },
        { key: "tom", tabs: 1, skewMs: 0, hasLock: false },
        { key: "mina", tabs: 2, skewMs: 0, hasLock: true },
      ],
      actions: [
        { atMs: 10740, what: "list recreated", who: 2, tab: 0, pick: 363028483 },
        { atMs: 10925, what: "refresh", who: 2, tab: 1, pick: 1418394126 },
        { atMs: 25354, what: "edit", who: 2, tab: 1, pick: 348332112 },
        { atMs: 30166, what: "edit", who: 2, tab: 0, pick: 1084086637 },
        { atMs: 39480, what: "name a new project", who: 2, tab: 1, pick: 1046955457 },
        { atMs: 45568, what: "name a new project", who: 2, tab: 1, pick: 2126056807 },
      ],
      faults: [["mina 1/1 write 7", "crash inside a store transaction"]],
    },
  ],
  [
    "a page that dies before it has kept its changes again after the browser threw them away",
    {
      seed: 300008600,
      people: [
        { key: "asha", tabs: 2, skewMs: 0, hasLock: true },
        { key: "tom", tabs: 2, skewMs: 600000, hasLock: true },
      ],
      actions: [
        { atMs: 15665, what: "edit", who: 0, tab: 0, pick: 1093749377 },
        { atMs: 22050, what: "archive", who: 0, tab: 0, pick: 511736368 },
        { atMs: 22902, what: "name a new project", who: 0, tab: 0, pick: 539311451 },
        { atMs: 32161, what: "edit", who: 0, tab: 0, pick: 1140640003 },
        { atMs: 34272, what: "column type changed", who: 0, tab: 0, pick: 47066470 },
        { atMs: 65968, what: "edit in an old form", who: 0, tab: 1, pick: 1093110442 },
        { atMs: 74376, what: "edit in an old form", who: 0, tab: 1, pick: 116455085 },
        { atMs: 118378, what: "storage evicted", who: 0, tab: 0, pick: 790886992 },
        { atMs: 119106, what: "tab crash", who: 0, tab: 0, pick: 1917065869 },
      ],
      faults: [["asha 0/1 batch write 2", "timeout after commit"]],
    },
  ],
];

it.each(found)(
  "%s comes to a good end",
  async (_name, schedule) => {
    const outcome = await simulate(schedule.seed, { ground: await prepareGround(), schedule });
    expect(outcome.violations.length === 0 ? "" : failureLine(outcome)).toBe("");
  },
  60_000,
);
