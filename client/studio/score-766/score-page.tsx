import '../question/question.css';
import '../answer/answer.css';
import './score.css';
import { useMemo } from 'react';
import { score766Of, suppose } from '../../../shared/measure/what-if-766.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import { formatInteger, formatNumber } from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { changeParams, usePlace } from '../../ui/use-place.ts';
import { faultText } from '../answer/refusal-words.ts';
import { useAsk } from '../answer/use-ask.ts';
import { UnitPeriodRail } from '../scope/unit-period-rail.tsx';
import { useUnitAndPeriod } from '../scope/use-unit-period.ts';
import { countsQuery, factsOf, officialOf, officialQuery } from './score-facts.ts';
import { ScoreHead } from './score-head.tsx';
import { NO_LEVERS, supposedOf } from './score-place.ts';
import { ScoreTable } from './score-table.tsx';
import { SCORE_WORDS } from './score-words.ts';

/** `/studio/score-766?unit=718&p=2023-01-01..2023-12-31&if.payment=60`: what the index is, and what it could be. */
export function ScorePage() {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const place = useUnitAndPeriod('year');
  const { unit, period, borders } = place;
  const asked = useAsk(useMemo(() => countsQuery(unit, period), [unit, period]));
  const official = useAsk(useMemo(() => officialQuery(unit, period), [unit, period]));
  return (
    <div className="ask">
      <UnitPeriodRail place={place}>
        <button
          type="button"
          className="plain-button score-reset"
          onClick={() => changeParams(NO_LEVERS)}
        >
          {words.reset}
        </button>
        <section className="score-notes">
          <h3 className="field-name">{words.notes}</h3>
          {words.noteLines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      </UnitPeriodRail>
      <article className="sheet" aria-busy={asked.isAsking}>
        <h1>{words.title}</h1>
        <p className="sheet-scope">
          {borders.unit(unit)?.name ?? unit} · {place.periodName}
        </p>
        {asked.fault && (
          <p className="refusal" role="alert">
            {faultText(asked.fault, language)}
          </p>
        )}
        {asked.answer && <Scores answer={asked.answer} official={official.answer} />}
      </article>
    </div>
  );
}

function Scores({ answer, official }: { answer: Answer; official: Answer | null }) {
  const { params } = usePlace();
  const facts = useMemo(() => factsOf(answer), [answer]);
  const supposed = useMemo(() => supposedOf(params), [params]);
  const countsThen = suppose(facts.counts, facts.pools, supposed);
  const now = score766Of(facts.counts);
  const then = score766Of(countsThen);
  const isSupposed = Object.keys(supposed.shares).length + Object.keys(supposed.closing).length > 0;
  return (
    <>
      <ScoreHead official={officialOf(official)} now={now} then={then} isSupposed={isSupposed} />
      <Stake facts={facts} />
      <ScoreTable {...{ facts, supposed, countsThen, now, then, official }} />
    </>
  );
}

/** What would be lost if nothing that is due next closed in time. */
function Stake({ facts: { counts, pools } }: { facts: ReturnType<typeof factsOf> }) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const lost =
    score766Of(counts).points -
    score766Of(suppose(counts, pools, { closing: { dueIn8h: 0 }, shares: {} })).points;
  return (
    <p className="score-stake">
      {pools.dueIn8h === 0
        ? words.noStake
        : words.stake(formatNumber(lost, 3, language), formatInteger(pools.dueIn8h, language))}
    </p>
  );
}
