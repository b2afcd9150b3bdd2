import { describe, expect, it } from 'vitest';
import { embeddedOpenType } from './embedded-opentype.ts';
import { truetype } from './fonts.ts';

/** Read as the submission of the format to the W3C lays it out, field after field. */
function read(eot: Buffer) {
  let at = 0;
  const number = (bytes: number) => {
    at += bytes;
    return eot.readUIntLE(at - bytes, bytes);
  };
  const [u8, u16, u32] = [() => number(1), () => number(2), () => number(4)];
  const text = () => {
    expect(u16(), 'padding').toBe(0);
    const size = u16();
    at += size;
    return eot.toString('utf16le', at - size, at);
  };
  const [size, fontSize, version, flags] = [u32(), u32(), u32(), u32()];
  const panose = Array.from({ length: 10 }, u8);
  const [charset, italic, weight, fsType, magic] = [u8(), u8(), u32(), u16(), u16()];
  const ranges = [u32(), u32(), u32(), u32()];
  const codePages = [u32(), u32()];
  const checksum = u32();
  const reserved = [u32(), u32(), u32(), u32()];
  const [family, style, versionName, full, root] = [text(), text(), text(), text(), text()];
  const font = eot.subarray(at, at + fontSize);
  const end = at + fontSize;
  return {
    ...{ size, end, version, flags, panose, charset, italic, weight, fsType, magic, ranges },
    ...{ codePages, checksum, reserved, family, style, versionName, full, root, font },
  };
}

/** The sum that makes a whole TrueType file come to the number its table `head` is made for. */
function wholeSum(font: Buffer): number {
  let sum = 0;
  for (let at = 0; at + 4 <= font.length; at += 4) sum = (sum + font.readUInt32BE(at)) >>> 0;
  return sum;
}

describe('a font as presentations carry it', () => {
  it('is the whole TrueType file, byte for byte, at the end', () => {
    for (const weight of [400, 700] as const) {
      const eot = embeddedOpenType(truetype(weight));
      const { font, end, size } = read(eot);
      expect(font.equals(truetype(weight))).toBe(true);
      expect([size, end]).toEqual([eot.length, eot.length]);
    }
  });

  it('has the names by which office programs pick regular and bold of one family', () => {
    const named = ([400, 700] as const).map((weight) => read(embeddedOpenType(truetype(weight))));
    expect(named.map(({ family, style, full }) => [family, style, full])).toEqual([
      ['Inter', 'Regular', 'Inter Regular'],
      ['Inter', 'Bold', 'Inter Bold'],
    ]);
    expect(named.map(({ weight }) => weight)).toEqual([400, 700]);
    for (const { versionName, root } of named) {
      expect(versionName).toMatch(/^Version \d/);
      expect(root).toBe('');
    }
  });

  it('says that it may be installed, has Vietnamese, and is neither compressed nor disguised', () => {
    const { version, flags, fsType, magic, panose, codePages, ranges, ...rest } = read(
      embeddedOpenType(truetype(400)),
    );
    expect([version, flags, fsType, magic]).toEqual([0x00020001, 0, 0, 0x504c]);
    expect(panose).toEqual([2, 0, 5, 3, 0, 0, 0, 2, 0, 4]);
    const VIETNAMESE_CODE_PAGE = 1 << 8;
    expect((codePages[0] ?? 0) & VIETNAMESE_CODE_PAGE).not.toBe(0);
    const LATIN_EXTENDED_ADDITIONAL = 1 << 29;
    expect((ranges[0] ?? 0) & LATIN_EXTENDED_ADDITIONAL).not.toBe(0);
    expect([rest.charset, rest.italic, ...rest.reserved]).toEqual([1, 0, 0, 0, 0, 0]);
    const font = truetype(400);
    expect(rest.checksum).not.toBe(0);
    const CHECKSUM_MAGIC = 0xb1b0afba;
    const withoutAdjustment = (wholeSum(font) - rest.checksum) >>> 0;
    expect((CHECKSUM_MAGIC - withoutAdjustment) >>> 0).toBe(rest.checksum);
  });

  it('refuses what is no font', () => {
    expect(() => embeddedOpenType(Buffer.alloc(64))).toThrow(/OS\/2/);
  });
});
