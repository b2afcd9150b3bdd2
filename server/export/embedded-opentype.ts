const HEADER_BYTES = 80;
const VERSION = 0x00020001;
const MAGIC = 0x504c;
const DEFAULT_CHARSET = 1;

/** Places in the tables of a TrueType file (ISO/IEC 14496-22). */
const OS2 = { weight: 4, fsType: 8, panose: 32, unicodeRanges: 42, codePages: 78 } as const;
const HEAD_CHECKSUM = 8;
const NAME = { family: 1, style: 2, full: 4, version: 5 } as const;
const WINDOWS_ENGLISH = { platform: 3, encoding: 1, language: 0x409 } as const;

/**
 * A TrueType font as presentations carry it: Embedded OpenType 2.1, neither compressed nor disguised, all characters, so
 * that who is sent the file can go on writing. https://www.w3.org/submissions/EOT/
 */
export function embeddedOpenType(truetype: Buffer): Buffer {
  const os2 = tableOf(truetype, 'OS/2');
  const names = namesOf(tableOf(truetype, 'name'));
  const strings = [names.family, names.style, names.version, names.full, ''].map(sizedText);
  const header = Buffer.alloc(HEADER_BYTES);
  const size = HEADER_BYTES + strings.reduce((sum, { length }) => sum + length, 0);
  header.writeUInt32LE(size + truetype.length, 0);
  header.writeUInt32LE(truetype.length, 4);
  header.writeUInt32LE(VERSION, 8);
  os2.copy(header, 16, OS2.panose, OS2.panose + 10);
  header.writeUInt8(DEFAULT_CHARSET, 26);
  header.writeUInt32LE(os2.readUInt16BE(OS2.weight), 28);
  header.writeUInt16LE(os2.readUInt16BE(OS2.fsType), 32);
  header.writeUInt16LE(MAGIC, 34);
  for (const at of [0, 4, 8, 12])
    header.writeUInt32LE(os2.readUInt32BE(OS2.unicodeRanges + at), 36 + at);
  for (const at of [0, 4]) header.writeUInt32LE(os2.readUInt32BE(OS2.codePages + at), 52 + at);
  header.writeUInt32LE(tableOf(truetype, 'head').readUInt32BE(HEAD_CHECKSUM), 60);
  return Buffer.concat([header, ...strings, truetype]);
}

function tableOf(truetype: Buffer, tag: string): Buffer {
  const count = truetype.readUInt16BE(4);
  for (let entry = 12; entry < 12 + count * 16; entry += 16) {
    if (truetype.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = truetype.readUInt32BE(entry + 8);
    return truetype.subarray(offset, offset + truetype.readUInt32BE(entry + 12));
  }
  throw new RangeError(`a font with a table ${tag} was expected`);
}

type Names = Readonly<Record<keyof typeof NAME, string>>;

function namesOf(table: Buffer): Names {
  const count = table.readUInt16BE(2);
  const texts = table.subarray(table.readUInt16BE(4));
  const found = new Map<number, string>();
  for (let entry = 6; entry < 6 + count * 12; entry += 12) {
    const field = (at: number) => table.readUInt16BE(entry + at);
    const { platform, encoding, language } = WINDOWS_ENGLISH;
    if (field(0) !== platform || field(2) !== encoding || field(4) !== language) continue;
    const bytes = Buffer.from(texts.subarray(field(10), field(10) + field(8)));
    found.set(field(6), bytes.swap16().toString('utf16le'));
  }
  const named = (id: number) => found.get(id) ?? '';
  return {
    family: named(NAME.family),
    style: named(NAME.style),
    full: named(NAME.full),
    version: named(NAME.version),
  };
}

/** Two bytes of padding, the size in bytes, the text in UTF-16LE. */
function sizedText(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf16le');
  const head = Buffer.alloc(4);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}
