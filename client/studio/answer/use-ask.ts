import { useEffect, useMemo, useState } from 'react';
import type { Answer } from '../../../shared/query/answer.ts';
import { canonicalKey } from '../../../shared/query/canonical-key.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { CallFault } from '../call.ts';
import { useStudio } from '../studio-context.ts';

export interface Asked {
  /** The question that `answer` or `fault` belongs to; null before the first. */
  readonly query: Query | null;
  /** Stays, while another question is on its way. */
  readonly answer: Answer | null;
  readonly fault: CallFault | null;
  readonly isAsking: boolean;
}

const NOTHING: Omit<Asked, 'isAsking'> = { query: null, answer: null, fault: null };

/** The answer to a question, asked once; null asks nothing. `turn` asks the same again. */
export function useAsk(query: Query | null, turn = 0): Asked {
  const { call } = useStudio();
  const key = query ? canonicalKey(query) : '';
  const [told, setTold] = useState<Omit<Asked, 'isAsking'> & { key: string; turn: number }>({
    ...NOTHING,
    key: '',
    turn,
  });
  useEffect(() => {
    if (key === '') return;
    const abort = new AbortController();
    const asked = JSON.parse(key) as Query;
    call<Answer>('/api/v1/query', { method: 'POST', body: asked, signal: abort.signal })
      .then((result) => {
        const answer = 'body' in result ? result.body : null;
        const fault = 'fault' in result ? result.fault : null;
        setTold({ query: asked, answer, fault, key, turn });
      })
      .catch(() => undefined);
    return () => abort.abort();
  }, [key, turn, call]);
  return useMemo(() => {
    if (key === '') return { ...NOTHING, isAsking: false };
    return { ...told, isAsking: told.key !== key || told.turn !== turn };
  }, [told, key, turn]);
}
