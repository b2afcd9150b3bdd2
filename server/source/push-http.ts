import { IocError } from '../errors.ts';
import type { Delivered, ImportPort } from './import-file.ts';

export interface PushHttpOptions {
  /** `http://127.0.0.1:8080` */
  readonly url: string;
  readonly key: string;
  readonly wait?: (ms: number) => Promise<void>;
}

const MAX_TRIES = 60;

/**
 * Pushes to a running server. While it is loading, busy or restarting the same body is pushed again: events are named
 * by their content, so that nothing is counted twice.
 */
export function pushOverHttp({ url, key, wait = sleep }: PushHttpOptions): ImportPort {
  const target = new URL('/api/v1/events', url);
  return {
    async push(body, contentType) {
      const headers = { authorization: `Bearer ${key}`, 'content-type': contentType };
      for (let tries = 1; ; tries++) {
        const answer = await fetch(target, { method: 'POST', headers, body }).catch(
          (cause: unknown) => new IocError('IOC_SOURCE_SERVER', unreachable(target), cause),
        );
        if (!(answer instanceof Error) && answer.ok) return deliveredOf(await answer.json());
        const isFinal = !(answer instanceof Error) && answer.status !== 429 && answer.status < 500;
        if (isFinal || tries >= MAX_TRIES) throw await failure(answer, target);
        await wait(pauseMs(answer));
      }
    },
  };
}

function unreachable(target: URL) {
  return { where: target.href, expected: 'a running server', came: 'no answer' };
}

function pauseMs(answer: Response | Error): number {
  const seconds = answer instanceof Error ? 1 : Number(answer.headers.get('retry-after') ?? 1);
  return Math.min(Math.max(seconds, 0.2), 60) * 1000;
}

async function failure(answer: Response | IocError, target: URL): Promise<IocError> {
  if (answer instanceof Error) return answer;
  const came = `${answer.status} ${(await answer.text()).slice(0, 400)}`;
  return new IocError('IOC_SOURCE_SERVER', { where: target.href, expected: '200', came });
}

function deliveredOf(answer: unknown): Delivered {
  const { accepted, duplicate, quarantined }: Partial<Delivered> = Object(answer);
  if (typeof accepted === 'number' && typeof duplicate === 'number' && Array.isArray(quarantined)) {
    return { accepted, duplicate, quarantined };
  }
  const expected = 'counts of events';
  throw new IocError('IOC_SOURCE_SERVER', { where: 'answer', expected, came: 'something else' });
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
