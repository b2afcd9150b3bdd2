import type { CodedError } from '../errors.ts';
import { rowMapper } from './map-row.ts';
import type { Mapping } from './mapping.ts';
import { pickRecords, readRows } from './rows.ts';

/** What a push of events answers; the server's own, or the core in this process. */
export interface Delivered {
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: readonly {
    readonly index: number;
    readonly code: string;
    readonly path: string;
    readonly message: string;
  }[];
}

export interface ImportPort {
  push(body: Uint8Array<ArrayBuffer>, contentType: 'application/x-ndjson'): Promise<Delivered>;
}

/** Where a row was refused: before the push (by the mapping) or by ingest. */
export interface RefusedRow {
  readonly number: number;
  readonly code: string;
  readonly message: string;
}

export interface ImportReport {
  /** Rows or records that were mapped. */
  readonly records: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly byCode: ReadonlyMap<string, number>;
  /** The first of them. */
  readonly examples: readonly RefusedRow[];
}

export interface ImportOptions {
  readonly file: string;
  readonly mapping: Mapping;
  readonly port: ImportPort;
  readonly batchSize?: number;
  readonly onProgress?: (report: ImportReport) => void;
}

const MAX_EXAMPLES = 20;

/** Streams a file through the mapping into the port, a batch at a time: memory does not grow with the file. */
export async function importFile(options: ImportOptions): Promise<ImportReport> {
  const { file, mapping, port, batchSize = 1000 } = options;
  const tally = new Tally();
  const toEvents = rowMapper(mapping);
  let lines: string[] = [];
  let numbers: number[] = [];
  const flush = async () => {
    if (lines.length === 0) return;
    const body = new TextEncoder().encode(lines.join('\n'));
    tally.deliver(await port.push(body, 'application/x-ndjson'), numbers);
    lines = [];
    numbers = [];
    options.onProgress?.(tally.report());
  };
  for await (const { row, number } of pickRecords(readRows(file, mapping), mapping)) {
    tally.records++;
    for (const mapped of toEvents(row)) {
      if ('fault' in mapped) tally.refuse(number, mapped.fault);
      else {
        lines.push(mapped.line);
        numbers.push(number);
      }
    }
    if (lines.length >= batchSize) await flush();
  }
  await flush();
  return tally.report();
}

class Tally {
  records = 0;
  #accepted = 0;
  #duplicate = 0;
  #refused = 0;
  readonly #byCode = new Map<string, number>();
  readonly #examples: RefusedRow[] = [];

  deliver(delivered: Delivered, numbers: readonly number[]): void {
    this.#accepted += delivered.accepted;
    this.#duplicate += delivered.duplicate;
    for (const entry of delivered.quarantined) this.refuse(numbers[entry.index] ?? 0, entry);
  }

  refuse(number: number, { code, message }: Pick<CodedError, 'message'> & { code: string }): void {
    this.#refused++;
    this.#byCode.set(code, (this.#byCode.get(code) ?? 0) + 1);
    if (this.#examples.length < MAX_EXAMPLES) this.#examples.push({ number, code, message });
  }

  report(): ImportReport {
    return {
      records: this.records,
      accepted: this.#accepted,
      duplicate: this.#duplicate,
      refused: this.#refused,
      byCode: this.#byCode,
      examples: this.#examples,
    };
  }
}
