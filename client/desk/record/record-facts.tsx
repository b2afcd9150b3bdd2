import type { RecordPage } from '../../../shared/record/record-page.ts';
import { useDesk } from '../desk-context.ts';
import { PART_NAMES, RECORD_WORDS } from './record-words.ts';
import { valueText } from './value-text.ts';

/** What the timeline does not tell. */
const SHOWN = [
  'status',
  'agency',
  'unit',
  'intakeUnit',
  'level',
  'channel',
  'procedure',
  'field',
  'hasFee',
  'paidOnline',
  'digitisedPapers',
  'digitisedResult',
  'electronicResult',
  'returnedBy',
  'rating',
] as const;

export function RecordFacts({ page: { dossier } }: { page: RecordPage }) {
  const desk = useDesk();
  const names = PART_NAMES[desk.language];
  return (
    <section className="record-facts" aria-labelledby="record-facts">
      <h2 id="record-facts">{RECORD_WORDS[desk.language].facts}</h2>
      <dl>
        {SHOWN.filter((part) => dossier[part] !== undefined).map((part) => (
          <div key={part}>
            <dt>{names[part]}</dt>
            <dd>{valueText(part, dossier[part], desk)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
