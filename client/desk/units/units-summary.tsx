import type { Query } from '../../../shared/query/query.ts';
import {
  formatInteger,
  formatNumber,
  formatPercent,
  formatPoints,
} from '../../../shared/unit/format.ts';
import { type FigureAsk, SOLE_ROW } from '../../tile/figure-ask.ts';
import { FigureButton } from '../../tile/figure-button.tsx';
import { Shape } from '../../ui/shape.tsx';
import { unitName, useDesk } from '../desk-context.ts';
import type { Strongest } from './pull.ts';
import { type Counts, percentOf } from './unit-rows.ts';
import { UNITS_WORDS } from './units-words.ts';
import type { UnitFigures } from './use-unit-figures.ts';

interface UnitsSummaryProps {
  readonly figures: UnitFigures;
  readonly strongest: Strongest | null;
  readonly strongestName: string;
}

/** The whole in five figures, and in one sentence who pulls its on-time rate down. */
export function UnitsSummary({ figures, strongest, strongestName }: UnitsSummaryProps) {
  const desk = useDesk();
  const { whole, target } = figures;
  const rate = percentOf(whole.rate);
  const isBelow = target !== null && rate !== null && rate < target;
  const words = UNITS_WORDS[desk.language];
  const goal = target === null ? '' : `${words.target} ${formatPercent(target, desk.language, 0)}`;
  return (
    <div className="units-summary">
      <dl>
        <div>
          <dt>{words.rate}</dt>
          <dd className={isBelow ? 'warn' : undefined}>
            <FigureButton figure={ask('dossier.onTimeRate', figures.wholeQuery, words.rate)}>
              {isBelow && <Shape name="down" />}
              {formatNumber(rate, 2, desk.language)}
              <small>%</small>
            </FigureButton>
            {goal && (
              <span>{isBelow ? `${words.below} ${goal.slice(words.target.length)}` : goal}</span>
            )}
          </dd>
        </div>
        {COUNTS.map((name) => (
          <div key={name}>
            <dt title={words[`${TEXTS[name]}Hint`]}>{words[TEXTS[name]]}</dt>
            <dd>
              <FigureButton
                figure={ask(
                  `dossier.${name}`,
                  name === 'received' ? figures.wholeQuery : figures.stockQuery,
                  words[TEXTS[name]],
                )}
              >
                {formatInteger(whole[name], desk.language)}
              </FigureButton>
            </dd>
          </div>
        ))}
      </dl>
      {strongest && (
        <p className="units-sentence">
          {strongest.isNotable && (
            <span className="warn">
              <Shape name="down" />
            </span>
          )}
          <Sentence
            name={strongestName}
            points={strongest.points}
            whole={unitName(desk, desk.unit)}
          />
        </p>
      )}
    </div>
  );
}

const ask = (measure: string, query: Query, title: string): FigureAsk => ({
  measure,
  query,
  title,
  row: SOLE_ROW,
});

const COUNTS = ['received', 'open', 'dueIn8h', 'openLate'] as const satisfies (keyof Counts)[];
const TEXTS = {
  received: 'received',
  open: 'open',
  dueIn8h: 'due',
  openLate: 'openLate',
} as const;

function Sentence({ name, points, whole }: { name: string; points: number; whole: string }) {
  const { language } = useDesk();
  const amount = formatPoints(-points, language).replace('+', '');
  if (language === 'vi')
    return (
      <span>
        <b>{name}</b> kéo tỷ lệ đúng hạn của {whole} xuống nhiều nhất: <b>{amount}</b>
      </span>
    );
  return (
    <span>
      <b>{name}</b> pulls the on-time rate of {whole} down most: by <b>{amount}</b>
    </span>
  );
}
