import type {
  FieldChange,
  RecordPage,
  RecordRevision,
} from '../../../shared/record/record-page.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDate, formatTime } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { useDesk } from '../desk-context.ts';
import { PART_NAMES, RECORD_WORDS } from './record-words.ts';
import { valueText } from './value-text.ts';

/** Every telling of the dossier, the newest first: when it came, from where, and what it changed. */
export function Revisions({ page: { revisions, revisionCount } }: { page: RecordPage }) {
  const { language } = useDesk();
  const words = RECORD_WORDS[language];
  const count = (value: number) => formatInteger(value, language);
  return (
    <section className="record-revisions" aria-labelledby="record-revisions">
      <h2 id="record-revisions">
        {words.revisions} <span className="record-count">{count(revisionCount)}</span>
      </h2>
      {revisions.length < revisionCount && (
        <p>{words.revisionCount(count(revisions.length), count(revisionCount))}</p>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">{words.came}</th>
            <th scope="col">{words.source}</th>
            <th scope="col">{PART_NAMES[language].status}</th>
            <th scope="col">{words.said}</th>
            <th scope="col" data-align="end">
              {words.number}
            </th>
          </tr>
        </thead>
        <tbody>
          {revisions.map((revision, at) => (
            <Told
              key={revision.seq}
              revision={revision}
              isFirst={at === revisions.length - 1 && revisions.length === revisionCount}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Told({ revision, isFirst }: { revision: RecordRevision; isFirst: boolean }) {
  const { language, names } = useDesk();
  const { receivedAt, source, status, changes, cameLate, seq } = revision;
  const words = RECORD_WORDS[language];
  const calm = isFirst ? words.first : words.same;
  return (
    <tr>
      <td>
        {formatDate(receivedAt)}{' '}
        <span className="record-quiet">{formatTime(receivedAt, true)}</span>
      </td>
      <td>{nameOf(names, 'source', source, language)}</td>
      <td>{nameOf(names, 'status', status, language)}</td>
      <td>
        {cameLate && <span className="record-quiet">{words.late}</span>}
        {changes.length === 0 && !cameLate && <span className="record-quiet">{calm}</span>}
        {changes.map((change) => (
          <Change key={change.field} change={change} />
        ))}
      </td>
      <td data-align="end">{formatInteger(seq, language)}</td>
    </tr>
  );
}

function Change({ change: { field, before, after } }: { change: FieldChange }) {
  const desk = useDesk();
  return (
    <div className="record-change">
      <span className="record-change-part">{PART_NAMES[desk.language][field] ?? field}</span>
      <span className="record-change-before">{valueText(field, before, desk)}</span>
      <span className="record-change-arrow">→</span>
      <b className="record-change-after">{valueText(field, after, desk)}</b>
    </div>
  );
}
