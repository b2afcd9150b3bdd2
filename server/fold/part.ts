/**
 * A named piece of a checkpoint. `bytes` may be a view of live memory: write or copy it before the next `apply`.
 * Numbers are in the machine's own byte order: a checkpoint stays on the machine that wrote it.
 */
export interface Part {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type TypedArray =
  | Uint8Array
  | Int8Array
  | Int16Array
  | Uint16Array
  | Int32Array
  | Uint32Array
  | Float64Array;

export function bytesOf(array: TypedArray): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

export function jsonPart(name: string, value: unknown): Part {
  return { name, bytes: new TextEncoder().encode(JSON.stringify(value)) };
}

type Over<T extends TypedArray> = (new (
  buffer: ArrayBuffer,
) => T) & {
  readonly BYTES_PER_ELEMENT: number;
};

/**
 * The parts of a checkpoint by name; what is asked for and not there is a damaged checkpoint. A reader that owns the
 * memory of its parts lays arrays over it where that can be done, instead of copying.
 */
export class PartReader {
  readonly #parts = new Map<string, Uint8Array>();
  readonly #ownsMemory: boolean;

  constructor(parts: Iterable<Part>, { ownsMemory = false } = {}) {
    for (const { name, bytes } of parts) this.#parts.set(name, bytes);
    this.#ownsMemory = ownsMemory;
  }

  bytes(name: string): Uint8Array {
    const bytes = this.#parts.get(name);
    if (!bytes) throw new RangeError(`the checkpoint lacks part ${name}`);
    return bytes;
  }

  json<T>(name: string): T {
    return JSON.parse(new TextDecoder().decode(this.bytes(name)));
  }

  /** A part as an array of its own. */
  array<T extends TypedArray>(name: string, type: Over<T>): T {
    return this.#over(name, type, this.bytes(name).byteLength);
  }

  /** The same with room for `length` elements. */
  roomy<T extends TypedArray>(name: string, type: Over<T>, length: number): T {
    const byteLength = length * type.BYTES_PER_ELEMENT;
    if (this.bytes(name).byteLength > byteLength) throw new RangeError(`part ${name} is too long`);
    return this.#over(name, type, byteLength);
  }

  #over<T extends TypedArray>(name: string, type: Over<T>, byteLength: number): T {
    const bytes = this.bytes(name);
    const { buffer } = bytes;
    const isWhole = buffer.byteLength === byteLength && bytes.byteLength === byteLength;
    if (this.#ownsMemory && isWhole && buffer instanceof ArrayBuffer) return new type(buffer);
    const copy = new ArrayBuffer(byteLength);
    new Uint8Array(copy).set(bytes);
    return new type(copy);
  }
}
