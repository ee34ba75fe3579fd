import { chosenSites, keepChosenSites, type KnownSite } from "../../../src/parts";

const own: KnownSite = { id: "own", name: "Registers", address: "https://northmere.sharepoint.com/sites/registers" };
const imaging: KnownSite = { id: "imaging", name: "Imaging", address: "https://northmere.sharepoint.com/sites/imaging" };
const wards: KnownSite = { id: "wards", name: "Wards", address: "https://northmere.sharepoint.com/sites/wards" };

function device(kept = "", me = "asha.patel@northmere.example") {
  let text = kept;
  const preferences = {
    read: () => (text === "" ? undefined : text),
    write: (_name: string, value: string) => {
      text = value;
    },
  };
  return { at: (site: KnownSite) => ({ preferences, session: { me: { name: "", address: me }, site } }), text: () => text };
}

test("the tab's own site always comes first, and alone while nothing was chosen", () => {
  expect(chosenSites(device().at(own))).toEqual([own]);
});

test("what was chosen is there again, also from another of these sites", () => {
  const { at } = device();
  keepChosenSites(at(own), [own, imaging, wards]);
  expect(chosenSites(at(own))).toEqual([own, imaging, wards]);
  expect(chosenSites(at(wards))).toEqual([wards, own, imaging]);
});

test("choosing the own site alone leaves nothing on the device", () => {
  const { at, text } = device();
  keepChosenSites(at(own), [own, imaging]);
  keepChosenSites(at(own), [own]);
  expect(text()).toBe("");
});

test("another person on the device does not see the choice", () => {
  const { at, text } = device();
  keepChosenSites(at(own), [own, imaging]);
  expect(chosenSites(device(text(), "tom.reid@northmere.example").at(own))).toEqual([own]);
});

test.each(["{", "[]", '{"of":"asha.patel@northmere.example","sites":[1,{"id":"x"},{"id":"y","name":"Y","address":"http://plain.example"}]}'])(
  "%p on the device is no choice",
  (text) => {
    expect(chosenSites(device(text).at(own))).toEqual([own]);
  },
);
