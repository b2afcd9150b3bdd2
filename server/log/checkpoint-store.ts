import { closeSync, fsync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { IocError } from '../errors.ts';
import {
  type CheckpointContent,
  type CheckpointHead,
  readCheckpoint,
  writeCheckpoint,
} from './checkpoint-file.ts';
import type { CheckpointPart, LogNotice } from './log.ts';

const NAME = /^checkpoint-(\d+)\.bin$/;
const flush = promisify(fsync);

/** The checkpoints of one directory: `checkpoint-<seq>.bin`. Only the newest is kept. */
export class CheckpointStore {
  readonly #directory: string;
  readonly #notice: LogNotice;
  /** Files found damaged are not read, and not reported, twice. */
  readonly #damaged = new Set<string>();
  #writes = 0;

  constructor(directory: string, notice: LogNotice) {
    this.#directory = directory;
    this.#notice = notice;
    for (const name of readdirSync(directory)) {
      if (name.endsWith('.bin.new')) rmSync(join(directory, name));
    }
  }

  /**
   * The parts are on their way to the disk when this returns; under its name, and in the place of the older ones, only
   * when the promise resolves. The wait for the disk does not hold up the thread.
   */
  async save(head: CheckpointHead, parts: Iterable<CheckpointPart>): Promise<void> {
    const name = `checkpoint-${head.seq}.bin`;
    const draft = join(this.#directory, `${name}.${++this.#writes}.bin.new`);
    try {
      const fd = openSync(draft, 'w');
      try {
        writeCheckpoint(fd, head, parts);
        await flush(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(draft, join(this.#directory, name));
      this.#damaged.delete(name);
      this.#syncDirectory();
      for (const { file } of this.#found().slice(1)) rmSync(file, { force: true });
    } catch (error) {
      rmSync(draft, { force: true });
      const came = error instanceof Error ? error.message : String(error);
      throw new IocError('IOC_LOG_CHECKPOINT_FAILED', { where: name, came }, error);
    }
  }

  /** The newest whole checkpoint, as far as the wanted parts are concerned; damaged ones are reported. */
  load(isWanted: (name: string) => boolean): CheckpointContent | undefined {
    for (const { name, file } of this.#found()) {
      if (this.#damaged.has(name)) continue;
      try {
        return readCheckpoint(file, isWanted);
      } catch (error) {
        if (!(error instanceof IocError)) throw error;
        this.#damaged.add(name);
        const { code, message, where } = error;
        this.#notice(where === undefined ? { code, message } : { code, message, where });
      }
    }
    return undefined;
  }

  /** Newest first. */
  #found(): { name: string; file: string; seq: number }[] {
    return readdirSync(this.#directory)
      .flatMap((name) => {
        const seq = NAME.exec(name)?.[1];
        return seq === undefined
          ? []
          : [{ name, file: join(this.#directory, name), seq: Number(seq) }];
      })
      .sort((a, b) => b.seq - a.seq);
  }

  /** The new name itself must be on disk before the old file goes. */
  #syncDirectory(): void {
    const fd = openSync(this.#directory, 'r');
    try {
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  }
}
