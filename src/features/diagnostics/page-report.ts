import { deviceWords, diagnosticsWords as words } from "../../content";
import type { KeptHere, Services } from "../../parts";
import { furtherRegisters, lightRegisters, supportingRegisters, type Register } from "../../registers";
import type { PlaceState } from "../../store";
import type { ViewState } from "../../ui";

export interface ReportLine {
  readonly name: string;
  readonly value: string;
}

export interface ReportSection {
  readonly title: string;
  readonly state: ViewState<readonly ReportLine[]>;
}

/** What lies on this device: asked for, not to be had, or as at the newest look. */
export type DeviceLook = "looking" | "notLooked" | KeptHere;

type Known = Pick<Services, "store" | "session" | "diagnostics" | "clock">;

/** Everything that the page shows, as at this moment: figures and words of the product, nothing of a register's content. */
export function pageReport(services: Known, device: DeviceLook): readonly ReportSection[] {
  const ready = (title: string, value: readonly ReportLine[]): ReportSection => ({ title, state: { kind: "ready", value } });
  return [
    ready(words.changes, changeLines(services)),
    { title: deviceWords.title, state: deviceState(services, device) },
    { title: words.registers, state: registerState(services) },
    ready(words.requests, requestLines(services)),
    ready(words.about, aboutLines(services)),
  ];
}

/** The same as lines of text, for a mail to whoever supports the app. */
export function reportText(sections: readonly ReportSection[]): string {
  return [words.title, ...sections.map(({ title, state }) => [title, ...stateTexts(state)].join("\n"))].join("\n\n");
}

function stateTexts(state: ReportSection["state"]): readonly string[] {
  switch (state.kind) {
    case "ready":
      return state.value.map(({ name, value }) => `${name}: ${value}`);
    case "error":
      return [state.kept ?? state.fault];
    case "empty":
      return [state.title];
    case "loading":
    case "noMatch":
      return [];
  }
}

function requestLines({ diagnostics, clock }: Known): readonly ReportLine[] {
  const figures = diagnostics.figures();
  const openHours = (clock.nowMs() - figures.openedAtMs) / 3_600_000;
  // Of a shorter time the first reading is most, and "an hour" would mislead.
  const perHour = openHours >= 0.25 ? Math.round(figures.units / openHours) : undefined;
  return [
    { name: words.calls, value: figures.calls.toLocaleString("en-GB") },
    { name: words.counted, value: words.countedValue(figures.requests, figures.batched) },
    { name: words.unitsInLastMinute, value: words.unitsOf(figures.unitsInLastMinute, figures.unitsAllowedPerMinute) },
    { name: words.units, value: words.unitsValue(figures.units, perHour) },
    { name: words.sent, value: words.size(figures.sentBytes) },
    { name: words.received, value: words.size(figures.receivedBytes) },
    { name: words.throttled, value: figures.throttled.toLocaleString("en-GB") },
    { name: words.longestWait, value: figures.longestWaitMs === 0 ? words.nothing : words.duration(figures.longestWaitMs) },
  ];
}

function registerState({ store, session, clock }: Known): ReportSection["state"] {
  const known = [...lightRegisters, ...furtherRegisters, ...supportingRegisters]
    .map((register) => ({ register, state: store.placeState({ site: session.site.id, register: register.name }) }))
    .filter(({ state }) => state.asAtMs !== undefined || state.pulling || state.fault !== undefined);
  if (known.length === 0) return { kind: "empty", title: words.noneTitle, invite: words.none };
  const isNothingRead = known.every(({ state }) => state.asAtMs === undefined);
  const fault = known.find(({ state }) => state.fault !== undefined)?.state.fault;
  if (isNothingRead && fault !== undefined) {
    const again = (): void => void store.refresh(known.map(({ state }) => state.place));
    return { kind: "error", fault: words.notReadTitle, kept: words.notRead(words.hindrances[fault.kind]), onRetry: again };
  }
  if (isNothingRead) return { kind: "loading", what: words.reading };
  const line = ({ register, state }: { readonly register: Register; readonly state: PlaceState }): ReportLine => ({
    name: register.label,
    value: words.register({
      rows: store.rows(state.place).length + store.archivedRows(state.place).length,
      age: state.asAtMs === undefined ? undefined : words.duration(clock.nowMs() - state.asAtMs),
      isReading: state.pulling,
      hindrance: state.fault === undefined ? undefined : words.hindrances[state.fault.kind],
    }),
  });
  return { kind: "ready", value: known.map(line) };
}

function changeLines({ store }: Known): readonly ReportLine[] {
  const { unsent, unkept, needsDecision, device } = store.status();
  const counted = (name: string, value: number): ReportLine => ({ name, value: value.toLocaleString("en-GB") });
  return [
    counted(words.unsent, unsent),
    counted(words.unkept, unkept),
    counted(words.elsewhere, device.elsewhere),
    counted(words.needsDecision, needsDecision),
    counted(words.lost, device.lost),
    counted(words.unreadable, device.unreadable),
  ];
}

function deviceState({ store }: Known, kept: DeviceLook): ReportSection["state"] {
  if (kept === "looking") return { kind: "loading", what: deviceWords.opening };
  if (kept === "notLooked") return { kind: "error", fault: deviceWords.notLooked, kept: deviceWords.notLookedKept };
  const { unsent, unkept, needsDecision, device } = store.status();
  const mode = device.keeps === "nothing" ? "off" : kept.mode;
  const waiting = device.keeps === "nothing" ? 0 : unsent - unkept + device.elsewhere + needsDecision + device.unreadable;
  const why = kept.because === undefined ? deviceWords.asWanted[mode] : deviceWords.because(kept.because);
  const keeps = deviceWords.modes[mode];
  return {
    kind: "ready",
    value: [
      { name: deviceWords.mode, value: device.fault === undefined ? keeps : words.keptBut(keeps, words.hindrances[device.fault.kind]) },
      { name: deviceWords.why, value: why },
      { name: deviceWords.waiting, value: (waiting + kept.waitingUnsent).toLocaleString("en-GB") },
      { name: deviceWords.earlier, value: deviceWords.upTo(kept.waitingUnsent) },
      { name: deviceWords.lostName, value: deviceWords.upTo(kept.lostUnsent) },
    ],
  };
}

/** Enough of an id to tell two apart, too little to be one. */
const shownOfId = 8;

function aboutLines({ session, diagnostics, clock }: Known): readonly ReportLine[] {
  const { version, tenantId, openedAtMs } = diagnostics.figures();
  // A site's id is "host,site,web"; the host names the organisation.
  const siteId = session.site.id.split(",")[1] ?? "";
  return [
    { name: words.asAt, value: words.moment(clock.nowMs()) },
    { name: words.opened, value: words.moment(openedAtMs) },
    { name: words.version, value: version },
    { name: words.host, value: words.hosts[session.host] },
    { name: words.tenant, value: tenantId.slice(0, shownOfId) },
    { name: words.site, value: siteId.slice(0, shownOfId) },
  ];
}
