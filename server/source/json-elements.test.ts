import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jsonElements } from './json-elements.ts';

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function elementsOf(text: string, size = 3): Promise<unknown[]> {
  const elements: unknown[] = [];
  for await (const element of jsonElements(inPieces(text, size))) {
    elements.push(JSON.parse(element));
  }
  return elements;
}

it('an array in pieces of any size gives the elements that it has whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue(), { maxLength: 6 }),
      fc.integer({ min: 1, max: 20 }),
      fc.constantFrom(undefined, 2),
      async (array, size, indent) => {
        const text = JSON.stringify(array, null, indent);
        expect(await elementsOf(text, size)).toEqual(JSON.parse(text));
      },
    ),
  );
});

it.each(['[1,2', '{"a":1}', '[{"a":1}'])('%s is no array', async (text) => {
  await expect(elementsOf(text)).rejects.toThrow(SyntaxError);
});
