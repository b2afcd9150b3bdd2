import type { AlarmFigure, AlarmFigures } from '../../../shared/alarm/alarm.ts';
import { formatInteger, formatNumber } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { useAsked } from '../use-asked.ts';
import { subjectText } from './alarm-text.ts';
import { ALARMS_WORDS, FIGURE_WORDS } from './alarms-words.ts';

/** How the alarm system itself does, each figure beside its limit. */
export function AlarmFiguresTile({ version }: { version: number }) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const { value } = useAsked<AlarmFigures>('/api/v1/alarms/figures', version);
  if (!value) return <p className="desk-opening">{words.opening}</p>;
  const { fromMs, toMs, announced, figures, frequent } = value;
  const count = formatInteger(announced, language);
  return (
    <section className="alarm-figures" aria-labelledby="alarm-figures-title">
      <h2 id="alarm-figures-title">{words.figures}</h2>
      <p>{words.figuresDetail(formatDateTime(fromMs), formatDateTime(toMs), count)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.measured}</th>
            <th scope="col">{words.allowed}</th>
            <th scope="col">{words.verdict}</th>
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Figure key={figure.id} figure={figure} />
          ))}
        </tbody>
      </table>
      <p className="alarm-basis">{words.basis}</p>
      {frequent.length > 0 && <Frequent frequent={frequent} />}
    </section>
  );
}

function Figure({ figure }: { figure: AlarmFigure }) {
  const { language } = useDesk();
  const words = ALARMS_WORDS[language];
  const { id, value, limit, bound, isMet } = figure;
  return (
    <tr>
      <th scope="row">{FIGURE_WORDS[language][id]}</th>
      <td>{figureText(figure, value, language)}</td>
      <td>
        {words[bound]} {figureText(figure, limit, language)}
      </td>
      <td>
        {value !== null && (
          <span className={isMet ? undefined : 'alarm-late warn'}>
            {!isMet && <Shape name="warn" />}
            {isMet ? words.met : words.missed}
          </span>
        )}
      </td>
    </tr>
  );
}

/** Counts are whole, the mean an hour has two decimals, the rest are percentages. */
function figureText({ id }: AlarmFigure, value: number | null, language: 'vi' | 'en'): string {
  if (id === 'chattering' || id === 'unowned') return formatInteger(value, language);
  const number = formatNumber(value, id === 'per-hour' ? 2 : 1, language);
  return id === 'per-hour' || value === null ? number : `${number}%`;
}

function Frequent({ frequent }: Pick<AlarmFigures, 'frequent'>) {
  const desk = useDesk();
  const { language } = desk;
  const words = ALARMS_WORDS[language];
  const most = frequent[0]?.times ?? 1;
  return (
    <>
      <h3>{words.frequent}</h3>
      <ol className="alarm-frequent">
        {frequent.map(({ id, times, title, subject }) => (
          <li key={id}>
            <span>
              {title[language]} · {subjectText({ subject }, desk)}
            </span>
            <i style={{ width: `${(times / most) * 100}%` }} />
            <b>
              {formatInteger(times, language)} {words.frequentTimes}
            </b>
          </li>
        ))}
      </ol>
    </>
  );
}
