import type { Refusal } from '../shared/protocol/messages.ts';
import type { Query } from '../shared/query/query.ts';
import { parseInstant } from '../shared/unit/instant.ts';
import { codedError, type ErrorCode, type ErrorDetail } from './errors.ts';
import type { Fold } from './fold/fold.ts';
import type { PastStates } from './history.ts';
import { type Replays, spanOf } from './replays.ts';

/** The state a question is to be answered from, and the moment that is "now" for it, ms. */
export interface Standing {
  readonly view: Fold;
  readonly nowMs: number;
}

type Refused = { readonly refused: Refusal };

export interface PastsOptions {
  readonly present: Fold;
  readonly history: PastStates;
  readonly replays: Replays;
}

const LOADING_RETRY_MS = 2000;
const REPLAY_RETRY_MS = 1000;

export type Pasts = ReturnType<typeof createPasts>;

/** From which state a question is answered: the present, one of the past (`asOf`), or a replay's. */
export function createPasts({ present, history, replays }: PastsOptions) {
  return {
    /** Folds what the question needs; without room for it there is no answer yet. */
    async prepare({ asOf, replay }: Query, nowMs: number): Promise<void> {
      if (replay && spanOf(replay)) await replays.prepare(replay);
      const asOfMs = instantOf(asOf);
      if (asOfMs !== undefined && asOfMs <= nowMs) await history.at(asOfMs);
    },
    standing(query: Query, nowMs: number): Standing | Refused {
      const { asOf, replay } = query;
      const fault = faultIn(query, nowMs);
      if (fault) return fault;
      if (replay) {
        const state = replays.at(replay);
        if (!state) return refuse('IOC_QUERY_PAST_LOADING', {}, REPLAY_RETRY_MS);
        return { view: state.fold, nowMs: state.nowMs };
      }
      const asOfMs = instantOf(asOf);
      if (asOfMs === undefined) return { view: present, nowMs };
      const view = history.ready(asOfMs);
      return view
        ? { view, nowMs: asOfMs }
        : refuse('IOC_QUERY_PAST_LOADING', {}, LOADING_RETRY_MS);
    },
    advance: () => replays.advance(),
    close() {
      history.close();
      replays.close();
    },
  };
}

/** Answers from the past change with nothing that comes in. */
export function isPast({ asOf, replay }: Query): boolean {
  return typeof asOf === 'string' || replay !== undefined;
}

function faultIn({ asOf, replay }: Query, nowMs: number): Refused | undefined {
  if (replay && (!spanOf(replay) || typeof asOf === 'string')) {
    const expected = 'two instants in order, and no asOf beside them';
    return refuse('IOC_QUERY_INSTANT', { where: 'replay', expected, came: replay.from });
  }
  if (typeof asOf !== 'string') return undefined;
  const asOfMs = instantOf(asOf);
  if (asOfMs !== undefined && asOfMs <= nowMs) return undefined;
  const expected = 'an RFC 3339 instant that is not in the future';
  return refuse('IOC_QUERY_INSTANT', { where: 'asOf', expected, came: asOf });
}

function instantOf(asOf: Query['asOf']): number | undefined {
  return typeof asOf === 'string' ? parseInstant(asOf) : undefined;
}

function refuse(code: ErrorCode, detail: ErrorDetail, retryAfterMs?: number): Refused {
  const { message } = codedError(code, detail);
  return { refused: { code, message, ...(retryAfterMs !== undefined && { retryAfterMs }) } };
}
