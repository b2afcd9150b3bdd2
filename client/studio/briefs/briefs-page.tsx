import { useCallback, useEffect, useState } from 'react';
import type { DocumentHead } from '../../../shared/document/document.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import type { Called } from '../call.ts';
import { useStudio } from '../studio-context.ts';
import { listBriefs, readBrief } from './brief-calls.ts';
import { type BriefDraft, draftOf, NEW_BRIEF } from './brief-draft.ts';
import { BriefForm } from './brief-form.tsx';
import { BriefList } from './brief-list.tsx';
import { BRIEFS_WORDS } from './briefs-words.ts';
import '../question/question.css';
import '../answer/answer.css';
import '../keep/keep.css';
import './briefs.css';

/** `/studio/briefs?id=…&v=…`: briefs with their editions, and a form for the next one. */
export function BriefsPage() {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const { params } = usePlace();
  const id = params.get('id');
  const { listed, reload } = useBriefs();
  const { draft, setDraft, isForeign } = useDraft(id);
  const made = (newId: string) => {
    reload();
    changeParams({ id: newId, v: null }, 'replace');
  };
  return (
    <article className="sheet saved briefs">
      <h1>{words.page}</h1>
      <p className="keep-note">{words.lead}</p>
      {isForeign && <p role="alert">{words.notBrief}</p>}
      <div className="brief-columns">
        <section aria-label={words.list}>
          <h2>{words.list}</h2>
          {listed && 'fault' in listed && (
            <p className="refusal" role="alert">
              {faultText(listed.fault, language)}
            </p>
          )}
          {listed && 'body' in listed && (
            <BriefList briefs={listed.body} openId={id} onChange={reload} />
          )}
        </section>
        <BriefForm draft={draft} onChange={setDraft} onMade={made} />
      </div>
    </article>
  );
}

function useBriefs() {
  const studio = useStudio();
  const [listed, setListed] = useState<Called<readonly DocumentHead[]> | null>(null);
  const reload = useCallback(() => {
    void listBriefs(studio).then(setListed);
  }, [studio]);
  useEffect(reload, [reload]);
  return { listed, reload };
}

/** Of the brief in the address, its next edition; else a new brief. */
function useDraft(id: string | null) {
  const studio = useStudio();
  const [draft, setDraft] = useState<BriefDraft>(NEW_BRIEF);
  const [isForeign, setForeign] = useState(false);
  useEffect(() => {
    let isGone = false;
    setForeign(false);
    if (id === null) setDraft(NEW_BRIEF);
    else {
      void readBrief(studio, id).then((answer) => {
        if (isGone) return;
        const next = 'body' in answer ? draftOf(answer.body) : null;
        setForeign(next === null);
        setDraft(next ?? NEW_BRIEF);
      });
    }
    return () => {
      isGone = true;
    };
  }, [studio, id]);
  return { draft, setDraft, isForeign };
}
