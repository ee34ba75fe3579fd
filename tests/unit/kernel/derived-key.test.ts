import { createHash } from "node:crypto";
import fc from "fast-check";
import { deriveClientKey, isClientKey } from "../../../src/kernel";
import { sha256 } from "../../../src/kernel/sha256";

const platform = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const ours = (bytes: Uint8Array): string => Buffer.from(sha256(bytes)).toString("hex");

test("the digest is the platform's for any bytes, at every length around a block", () => {
  for (let length = 0; length <= 200; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 37 + length) % 256);
    expect(ours(bytes)).toBe(platform(bytes));
  }
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => ours(bytes) === platform(bytes)));
});

test("the published example of the standard gives the published digest", () => {
  expect(ours(new TextEncoder().encode("abc"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("a derived key is a client key, the same for the same texts and another for texts cut elsewhere", () => {
  expect(isClientKey(deriveClientKey("Projects", "OldReference", "nm_0001"))).toBe(true);
  expect(deriveClientKey("Projects", "Title", "ward")).toBe(deriveClientKey("Projects", "Title", "ward"));
  expect(deriveClientKey("ab", "c")).not.toBe(deriveClientKey("a", "bc"));
});
