/** Looking at JSON as text, where parsing it would be too late: repeated keys, and a batch cut into its elements. */

const QUOTE = 34;
const BACKSLASH = 92;

/** Position after the string literal that begins at `start`; the text's length where it never ends. */
function skipString(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    at++;
    if (slashes % 2 === 0) return at;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

export function skipSpace(text: string, start: number): number {
  let at = start;
  while (isSpace(text.charCodeAt(at))) at++;
  return at;
}

/**
 * The elements of a JSON array as texts, without parsing them, so that one broken element spoils no other.
 * Undefined where the text is not one array from its first bracket to its last.
 */
export function splitArray(text: string, most: number): string[] | 'too many' | undefined {
  const open = skipSpace(text, 0);
  if (text[open] !== '[') return undefined;
  const elements: string[] = [];
  for (let start = open + 1; start < text.length; ) {
    const end = elementEnd(text, start);
    const element = text.slice(start, end).trim();
    if (element !== '' || elements.length > 0 || text[end] === ',') elements.push(element);
    if (text[end] !== ',') return isLast(text, end) ? elements : undefined;
    if (elements.length >= most) return 'too many';
    start = end + 1;
  }
  return undefined;
}

function isLast(text: string, end: number): boolean {
  return text[end] === ']' && skipSpace(text, end + 1) === text.length;
}

/** Position of the comma or bracket that ends the element begun at `start`. */
function elementEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const closes = isClosing(code);
    if (depth === 0 && (closes || code === COMMA)) return at;
    if (code === QUOTE) at = skipString(text, at) - 1;
    else if (closes) depth--;
    else if (isOpening(code)) depth++;
  }
  return text.length;
}

const COMMA = 44;

function isOpening(code: number): boolean {
  return code === 91 || code === 123;
}

function isClosing(code: number): boolean {
  return code === 93 || code === 125;
}

/**
 * Number of property names and string values below `value`; in JSON without backslashes each of them is two quotes,
 * so a text with more quotes than that holds a key twice. NaN where it is nested deeper than `levels`.
 */
export function countStrings(value: unknown, levels: number): number {
  if (typeof value === 'string') return 1;
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    for (const element of value) count += countStrings(element, levels - 1);
    return count;
  }
  const object: Record<string, unknown> = Object(value);
  for (const key in object) {
    const property = object[key];
    count += typeof property === 'string' ? 2 : 1 + countStrings(property, levels - 1);
  }
  return count;
}

/** Quotes in the bytes, four bytes a step. */
export function countQuotes(bytes: Uint8Array): number {
  const head = Math.min((4 - (bytes.byteOffset % 4)) % 4, bytes.length);
  const words = (bytes.length - head) >> 2;
  let count = countEach(bytes, 0, head) + countEach(bytes, head + words * 4, bytes.length);
  const view = new Int32Array(bytes.buffer, bytes.byteOffset + head, words);
  for (let at = 0; at < view.length; at++) {
    const odd = (view[at] ?? 0) ^ 0x22222222;
    const zero = ~(((odd & 0x7f7f7f7f) + 0x7f7f7f7f) | odd | 0x7f7f7f7f);
    count += Math.imul(zero >>> 7, 0x01010101) >>> 24;
  }
  return count;
}

function countEach(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === QUOTE) count++;
  return count;
}

export function countQuotesOf(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** Path of the first property that occurs twice in one object; `text` must be valid JSON of few levels. */
export function findRepeatedKey(text: string): string | undefined {
  const reader = { text, at: 0, repeated: undefined };
  readValue(reader, '$');
  return reader.repeated;
}

interface Reader {
  readonly text: string;
  at: number;
  repeated: string | undefined;
}

function readValue(reader: Reader, path: string): void {
  reader.at = skipSpace(reader.text, reader.at);
  const char = reader.text[reader.at];
  if (char === '"') reader.at = skipString(reader.text, reader.at);
  else if (char === '{' || char === '[') readMembers(reader, path, char === '{');
  else while (/[^\s,\]}]/.test(reader.text[reader.at] ?? ',')) reader.at++;
}

function readMembers(reader: Reader, path: string, named: boolean): void {
  const names = new Set<string>();
  for (let index = 0; ; index++) {
    reader.at = skipSpace(reader.text, reader.at + 1);
    if (isClosing(reader.text.charCodeAt(reader.at))) break;
    readValue(reader, named ? readName(reader, path, names) : `${path}[${index}]`);
    reader.at = skipSpace(reader.text, reader.at);
    if (reader.text.charCodeAt(reader.at) !== COMMA) break;
  }
  reader.at++;
}

/** Reads `"name":` and gives the member's path. */
function readName(reader: Reader, path: string, names: Set<string>): string {
  const end = skipString(reader.text, reader.at);
  const name: string = JSON.parse(reader.text.slice(reader.at, end));
  const where = `${path}.${name}`;
  if (names.has(name)) reader.repeated ??= where;
  names.add(name);
  reader.at = skipSpace(reader.text, end) + 1;
  return where;
}
