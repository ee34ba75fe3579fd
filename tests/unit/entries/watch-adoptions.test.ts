import { watchAdoptions } from "../../../src/entries/shared/watch-adoptions";
import type { StoredRow } from "../../../src/store";

function settingsOf(first: readonly StoredRow[]) {
  let rows = first;
  let listener = (): void => undefined;
  let changed = 0;
  const store = {
    rows: () => rows,
    subscribe: (heard: () => void) => {
      listener = heard;
      return () => undefined;
    },
  };
  watchAdoptions({ store, site: "site", onChanged: () => (changed += 1) });
  return {
    become: (next: readonly StoredRow[]): number => {
      rows = next;
      listener();
      return changed;
    },
  };
}

function row(key: string, etag: string, state: StoredRow["state"] = "saved"): StoredRow {
  return { id: key, etag, values: { Key: key }, extras: {}, site: "site", register: "Settings", state };
}

const mapping = row("adoption.Risks", '"1"');

test("tells when a mapping came, changed or went, and not of other settings", () => {
  const settings = settingsOf([]);
  expect(settings.become([row("rag.overall.method", '"1"')])).toBe(0);
  expect(settings.become([mapping])).toBe(1);
  expect(settings.become([mapping])).toBe(1);
  expect(settings.become([row("adoption.Risks", '"2"')])).toBe(2);
  expect(settings.become([])).toBe(3);
});

test("a mapping made without a network counts when the register has it", () => {
  const settings = settingsOf([]);
  expect(settings.become([row("adoption.Risks", "", "onDevice")])).toBe(0);
  expect(settings.become([mapping])).toBe(1);
});
