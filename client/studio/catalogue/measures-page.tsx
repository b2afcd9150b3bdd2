import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { useStudio } from '../studio-context.ts';
import { CATALOGUE_WORDS } from './catalogue-words.ts';
import { MeasureList } from './measure-list.tsx';
import { MeasureSheet } from './measure-sheet.tsx';

/** `/studio/measures?measure=dossier.onTimeRate&q=dung+han`: what can be asked, and what each figure is. */
export function MeasuresPage() {
  const { language } = useTileSurroundings();
  const { measures } = useStudio().catalogue;
  const { params } = usePlace();
  const [first] = measures.keys();
  const shown = measures.get(params.get('measure') ?? first ?? '');
  return (
    <div className="catalogue">
      <h1 className="unseen">{CATALOGUE_WORDS[language].title}</h1>
      <MeasureList
        search={params.get('q') ?? ''}
        onSearch={(q) => changeParams({ q }, 'replace')}
        chosen={new Set(shown ? [shown.id] : [])}
        onPick={({ id }) => changeParams({ measure: id })}
      />
      {shown ? (
        <MeasureSheet measure={shown} />
      ) : (
        <p className="none">{CATALOGUE_WORDS[language].choose}</p>
      )}
    </div>
  );
}
