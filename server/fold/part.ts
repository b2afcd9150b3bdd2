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

/** The parts of a checkpoint by name; what is asked for and not there is a damaged checkpoint. */
export class PartReader {
  readonly #parts = new Map<string, Uint8Array>();

  constructor(parts: Iterable<Part>) {
    for (const { name, bytes } of parts) this.#parts.set(name, bytes);
  }

  bytes(name: string): Uint8Array {
    const bytes = this.#parts.get(name);
    if (!bytes) throw new RangeError(`the checkpoint lacks part ${name}`);
    return bytes;
  }

  json<T>(name: string): T {
    return JSON.parse(new TextDecoder().decode(this.bytes(name)));
  }

  /** A fresh, aligned copy. */
  array<T extends TypedArray>(name: string, type: new (buffer: ArrayBuffer) => T): T {
    const bytes = this.bytes(name);
    const copy = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(copy).set(bytes);
    return new type(copy);
  }

  /** Copies a part over the beginning of `target`. */
  into(name: string, target: TypedArray): void {
    const bytes = this.bytes(name);
    if (bytes.byteLength > target.byteLength) throw new RangeError(`part ${name} is too long`);
    bytesOf(target).set(bytes);
  }
}
