import { expect, test } from 'vitest';
import { packBroadcast } from './broadcast-packet.ts';

/** Payload of one whole, unmasked frame (RFC 6455 §5.2). */
function payloadOf(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1] ?? 0;
  const [head, length] =
    short < 126
      ? [2, short]
      : short === 126
        ? [4, frame.readUInt16BE(2)]
        : [10, Number(frame.readBigUInt64BE(2))];
  expect(frame.length).toBe(head + length);
  return frame.toString('utf8', head);
}

test('[R24] a message of any length, with Vietnamese in it, becomes one frame', () => {
  for (const length of [0, 50, 110, 126, 200, 65_500, 65_536, 200_000]) {
    const payload = JSON.stringify(['Đồng Phú', 'x'.repeat(length)]);
    const { text, frame } = packBroadcast('/live', 'changes', payload);
    expect(text).toBe(`2/live,["changes",${payload}]`);
    expect(payloadOf(frame)).toBe(`4${text}`);
  }
});
