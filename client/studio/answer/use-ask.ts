import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../../shared/query/answer.ts';
import { canonicalKey } from '../../../shared/query/canonical-key.ts';
import type { Query } from '../../../shared/query/query.ts';
import { useLive } from '../../store/use-answer.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { watchAnswer } from './watch-answer.ts';
import { wholeOf } from './whole-query.ts';

export interface Asked {
  /** The question that `answer` or `fault` belongs to; null before the first. */
  readonly query: Query | null;
  /** Stays, while another question is on its way, and while the same cannot be asked again. */
  readonly answer: Answer | null;
  readonly fault: CallFault | null;
  readonly isAsking: boolean;
}

const AGAIN_MS = 3000;
const PASSING = ['IOC_QUERY_PAST_LOADING', 'IOC_HTTP_LOADING', 'IOC_HTTP_TOO_MANY'];
/** Asking the same again will be answered, sooner or later. */
const isPassing = ({ status, code }: CallFault) => status === 0 || PASSING.includes(code);

const NOTHING: Omit<Asked, 'isAsking'> = { query: null, answer: null, fault: null };

/** The answer to a question, asked anew when its figures move, in silence; null asks nothing, a past does not move. */
export function useAsk(query: Query | null): Asked {
  const { call } = useStudio();
  const key = query ? canonicalKey(query) : '';
  const [told, setTold] = useState({ ...NOTHING, key: '' });
  const turn = useMoves(key, told.key === key ? told.fault : null);
  // The same question at another turn is another call.
  const asking = useMemo(() => ({ query: queryOf(key), turn }), [key, turn]);
  useEffect(() => {
    const { query: asked } = asking;
    if (!asked) return;
    const abort = new AbortController();
    call<Answer>('/api/v1/query', { method: 'POST', body: asked, signal: abort.signal })
      .then((result) =>
        setTold((before) => {
          const last = before.key === key ? before.answer : null;
          const answer = 'body' in result ? result.body : last;
          const fault = 'fault' in result ? result.fault : null;
          return { query: asked, answer, fault, key };
        }),
      )
      .catch(() => undefined);
    return () => abort.abort();
  }, [asking, key, call]);
  return useMemo(() => {
    if (key === '') return { ...NOTHING, isAsking: false };
    return { ...told, isAsking: told.key !== key };
  }, [told, key]);
}

const queryOf = (key: string): Query | null => (key === '' ? null : JSON.parse(key));

/**
 * How often a question is to be asked anew: its figures have moved, for which one small question about their whole is
 * kept live, or the server could not answer yet (`fault`, another one each time).
 */
function useMoves(key: string, fault: CallFault | null): number {
  const live = useLive();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!fault || !isPassing(fault)) return;
    const timer = setTimeout(() => setTurn((last) => last + 1), AGAIN_MS);
    return () => clearTimeout(timer);
  }, [fault]);
  useEffect(() => {
    const query = queryOf(key);
    if (!query || query.asOf) return;
    return watchAnswer(live, wholeOf(query), () => setTurn((last) => last + 1));
  }, [live, key]);
  return turn;
}
