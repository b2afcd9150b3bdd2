import { useState } from 'react';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { download } from '../../ui/download.ts';
import type { CallFault } from '../call.ts';
import { newChartId } from '../keep/chart-document.ts';
import { useStudio } from '../studio-context.ts';
import { editionAt, editionFile, makeBrief } from './brief-calls.ts';
import { type BriefDraft, type BriefFormat, requestOf } from './brief-draft.ts';
import { BRIEFS_WORDS } from './briefs-words.ts';

type Edition = NonNullable<ReturnType<typeof editionAt>>;

/**
 * The first file freezes an edition, every further one is of the same edition, until it is forgotten: the form was
 * changed, another brief opened, or another edition wanted.
 */
export function useMaking(draft: BriefDraft, onMade: (id: string) => void) {
  const { language } = useTileSurroundings();
  const words = BRIEFS_WORDS[language];
  const studio = useStudio();
  const [making, setMaking] = useState(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState<CallFault | null>(null);
  const [last, setLast] = useState<Edition | null>(null);
  const made = last !== null && last.id === draft.id ? last : null;
  const make = async (format: BriefFormat) => {
    setMaking(true);
    setSaid('');
    setFault(null);
    const id = draft.id ?? newChartId(draft.title, Math.random);
    const how = { format, scale: draft.scale };
    const answer = await (made
      ? editionFile(studio, made, how)
      : makeBrief(studio, requestOf(draft, id, language), how));
    setMaking(false);
    if ('fault' in answer) return setFault(answer.fault);
    const name = answer.body.name || `${id}.${format}`;
    download(answer.body.bytes, name);
    setSaid(made ? words.got(name) : words.made(name));
    if (made) return;
    setLast(editionAt(answer.body.location));
    onMade(id);
  };
  const forget = () => {
    setLast(null);
    setSaid('');
  };
  return { make, making, made: made?.version ?? null, forget, said, fault };
}
