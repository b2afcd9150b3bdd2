import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { FIGURES, type FiguresByUnit, noFigures, ROOT, UNITS } from './oracle.ts';

export interface Launch {
  /** The program, compiled. */
  readonly program: string;
  readonly dataDirectory: string;
  readonly packDirectory: string;
  readonly ingestKey: string;
  readonly adminToken: string;
}

export interface PushAnswer {
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: readonly unknown[];
}

const START_LIMIT_MS = 60_000;

/** The server died, or was going, before it answered: what was sent may be in the log or not. */
export class Unanswered extends Error {}

/** One life of the server in a process of its own. */
export class Subject {
  readonly #launch: Launch;
  readonly #child: ChildProcess;
  #output = '';
  #url = '';

  constructor(launch: Launch) {
    this.#launch = launch;
    this.#child = spawn(process.execPath, [launch.program], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PORT: '0',
        IOC_DATA: launch.dataDirectory,
        IOC_PACK: launch.packDirectory,
        IOC_CLOCK: 'real',
        IOC_INGEST_KEY: launch.ingestKey,
        IOC_ADMIN_TOKEN: launch.adminToken,
        IOC_LOG_LEVEL: 'warn',
      },
    });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (bytes: Buffer) => {
        this.#output = (this.#output + bytes.toString()).slice(-20_000);
      });
    }
  }

  /** Waits until the server says that it is ready; false when it was killed before. */
  async isReady(): Promise<boolean> {
    const end = performance.now() + START_LIMIT_MS;
    while (performance.now() < end) {
      if (this.#child.signalCode !== null) return false;
      if (this.#child.exitCode !== null) throw new Error(`the server ended:\n${this.#output}`);
      this.#url = /https?:\/\/127\.0\.0\.1:\d+/.exec(this.#output)?.[0] ?? '';
      if (this.#url && (await this.#answersReady())) return true;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`the server was not ready in ${START_LIMIT_MS} ms:\n${this.#output}`);
  }

  async push(lines: readonly string[]): Promise<PushAnswer> {
    const response = await this.#post('/api/v1/events', this.#launch.ingestKey, {
      type: 'application/x-ndjson',
      body: lines.join('\n'),
    });
    return response as PushAnswer;
  }

  /** Figures of 2023 by unit, and the log position they stand on. */
  async ask(): Promise<{ seq: number; figures: FiguresByUnit }> {
    const query = {
      measures: FIGURES.map((figure) => `dossier.${figure}`),
      unit: ROOT,
      by: ['unit'],
      period: { from: '2023-01-01', to: '2023-12-31' },
    };
    const answer = (await this.#post('/api/v1/query', this.#launch.adminToken, {
      type: 'application/json',
      body: JSON.stringify(query),
    })) as { seq: number; rows: { unit: string; values: Record<string, { value: number }> }[] };
    const figures = noFigures();
    for (const unit of UNITS) {
      const row = answer.rows.find((one) => one.unit === unit);
      for (const figure of FIGURES) {
        figures[unit][figure] = row?.values[`dossier.${figure}`]?.value ?? 0;
      }
    }
    return { seq: answer.seq, figures };
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill(signal);
    await exited;
  }

  async #answersReady(): Promise<boolean> {
    try {
      return (await fetch(`${this.#url}/readyz`)).ok;
    } catch {
      return false;
    }
  }

  async #post(
    path: string,
    token: string,
    { type, body }: { type: string; body: string },
  ): Promise<unknown> {
    const { response, text } = await this.#fetchText(path, token, { type, body });
    if (response.status === 503) throw new Unanswered(text);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text);
  }

  async #fetchText(
    path: string,
    token: string,
    { type, body }: { type: string; body: string },
  ): Promise<{ response: Response; text: string }> {
    try {
      const response = await fetch(this.#url + path, {
        method: 'POST',
        headers: { 'content-type': type, authorization: `Bearer ${token}` },
        body,
      });
      return { response, text: await response.text() };
    } catch (error) {
      throw new Unanswered(String(error));
    }
  }
}
