/** What a pressed key says, whatever letter Shift makes of it. */
interface PressedKey {
  readonly code: string;
  readonly shiftKey: boolean;
}

/** Place of the scene that a digit calls up: 1–9 the first nine, 0 the tenth, with Shift those after it. */
export function sceneOfKey({ code, shiftKey }: PressedKey): number | undefined {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1];
  if (digit === undefined) return undefined;
  const place = (Number(digit) + 9) % 10;
  return shiftKey ? place + 10 : place;
}
