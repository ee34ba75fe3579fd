import { deflateSync } from "fflate";

/** One part of an archive, with the lies that a hostile file tells. */
export interface PartToZip {
  readonly name: string;
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly flags?: number;
  readonly checksum?: number;
  readonly claimedBytes?: number;
  readonly nameInHeader?: string;
}

/** Builds an archive byte by byte, so that a test decides what each field says. */
export function makeZip(parts: readonly PartToZip[]): Uint8Array {
  const local: number[][] = [];
  const directory: number[][] = [];
  let offset = 0;
  for (const part of parts) {
    const content = part.bytes ?? new TextEncoder().encode(part.text ?? "");
    const { packed, checksum } = pack(content);
    const common = [
      ...[20, 0, ...two(part.flags ?? 0), ...two(8), ...four(0), ...four(part.checksum ?? checksum)],
      ...[...four(packed.length), ...four(part.claimedBytes ?? content.length)],
    ];
    const name = [...new TextEncoder().encode(part.name)];
    const headerName = [...new TextEncoder().encode(part.nameInHeader ?? part.name)];
    const header = [0x50, 0x4b, 3, 4, ...common, ...two(headerName.length), ...two(0), ...headerName, ...packed];
    directory.push([0x50, 0x4b, 1, 2, 20, 0, ...common, ...two(name.length), ...two(0), ...two(0), ...two(0), ...two(0), ...four(0), ...four(offset), ...name]);
    local.push(header);
    offset += header.length;
  }
  const entries = directory.flat();
  const end = [0x50, 0x4b, 5, 6, ...four(0), ...two(parts.length), ...two(parts.length), ...four(entries.length), ...four(offset), ...two(0)];
  return Uint8Array.from([...local.flat(), ...entries, ...end]);
}

/** Packed once for each array: the large ones of the tests stand in several parts. */
const packings = new WeakMap<Uint8Array, { readonly packed: Uint8Array; readonly checksum: number }>();

function pack(content: Uint8Array): { readonly packed: Uint8Array; readonly checksum: number } {
  const packing = packings.get(content) ?? { packed: deflateSync(content), checksum: checksumOf(content) };
  packings.set(content, packing);
  return packing;
}

const two = (value: number): number[] => [value & 255, (value >> 8) & 255];
const four = (value: number): number[] => [...two(value & 0xffff), ...two(value >>> 16)];

const table = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 255]!;
  return ~value >>> 0;
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface WorkbookToZip {
  readonly sheetData: string;
  readonly styles?: string;
  readonly sharedStrings?: string;
  readonly is1904?: boolean;
  readonly more?: readonly PartToZip[];
}

/** The parts of a workbook with one sheet as another program writes it. */
export function workbookParts({ sheetData, styles, sharedStrings, is1904, more }: WorkbookToZip): readonly PartToZip[] {
  return [
    { name: "_rels/.rels", text: `<Relationships><Relationship Id="r" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>` },
    {
      name: "xl/workbook.xml",
      text: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${is1904 === true ? "1" : "0"}"/><sheets><sheet name="Costs" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    { name: "xl/worksheets/sheet1.xml", text: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData></worksheet>` },
    ...(styles === undefined ? [] : [{ name: "xl/styles.xml", text: `<styleSheet>${styles}</styleSheet>` }]),
    ...(sharedStrings === undefined ? [] : [{ name: "xl/sharedStrings.xml", text: `<sst>${sharedStrings}</sst>` }]),
    ...(more ?? []),
  ];
}
