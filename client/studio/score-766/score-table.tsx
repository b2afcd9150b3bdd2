import { Fragment } from 'react';
import {
  SCORE_766_GROUPS,
  type Score766Gap,
  type Score766Group,
  type Score766Part,
} from '../../../shared/measure/score-766.ts';
import { pointsOf } from '../../../shared/measure/score-points.ts';
import {
  type Count,
  percentOf,
  type Score766Counts,
  type Score766Sheet,
  type Score766Supposed,
} from '../../../shared/measure/what-if-766.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import {
  formatDifference,
  formatInteger,
  formatNumber,
  formatPercent,
} from '../../../shared/unit/format.ts';
import { useTileSurroundings } from '../../tile/tile-context.ts';
import { Lever } from './lever.tsx';
import { officialOf, type ScoreFacts } from './score-facts.ts';
import { POOLS, SHARE_LEVERS } from './score-place.ts';
import { SCORE_WORDS } from './score-words.ts';

export interface ScoreTableProps {
  readonly facts: ScoreFacts;
  readonly supposed: Score766Supposed;
  readonly countsThen: Score766Counts;
  readonly now: Score766Sheet;
  readonly then: Score766Sheet;
  readonly official: Answer | null;
}

/** The six groups of the decision, each with its parts, what can be supposed of them, and what nobody can compute. */
export function ScoreTable(props: ScoreTableProps) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const hasOfficialGroups = SCORE_766_GROUPS.some(
    ({ code }) => officialOf(props.official, code).score,
  );
  return (
    <table className="sheet-table score-table">
      <thead>
        <tr>
          <th scope="col">{words.group}</th>
          <th scope="col" className="number">
            {words.max}
          </th>
          <th scope="col" className="number">
            {words.officialShort}
            {!hasOfficialGroups && <span className="cell-note">{words.officialGroup}</span>}
          </th>
          <th scope="col" className="number">
            {words.now}
          </th>
          <th scope="col" className="number">
            {words.points}
          </th>
          <th scope="col" className="lever-cell">
            {words.suppose}
          </th>
          <th scope="col" className="number">
            {words.pointsThen}
          </th>
          <th scope="col" className="number">
            {words.change}
          </th>
        </tr>
      </thead>
      <tbody>
        {SCORE_766_GROUPS.map((group) => (
          <Fragment key={group.code}>
            <GroupRow group={group} {...props} />
            {group.parts.map((part) => (
              <PartRow key={part.code} part={part} {...props} />
            ))}
            {group.code === 'progress' &&
              POOLS.map((name) => <PoolRow key={name} name={name} {...props} />)}
            {gapsByReason(group.gaps).map((gaps) => (
              <GapRow key={gaps[0]?.name.en} gaps={gaps} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function GroupRow({ group, now, then, official }: ScoreTableProps & { group: Score766Group }) {
  const { language } = useTileSurroundings();
  const [before, after] = [now, then].map(({ groups }) =>
    groups.find(({ code }) => code === group.code),
  );
  const { score } = officialOf(official, group.code);
  const points = (sheet: typeof before) =>
    sheet && sheet.reachable > 0 ? formatNumber(sheet.points, 2, language) : '—';
  return (
    <tr className="score-group">
      <th scope="row">{group.name[language]}</th>
      <td className="number">{formatInteger(group.max, language)}</td>
      <td className="number">{formatNumber(score?.value, 2, language)}</td>
      <td />
      <td className="number">{points(before)}</td>
      <td className="lever-cell">
        <ScoreBar group={group} now={before?.points ?? 0} then={after?.points ?? 0} />
      </td>
      <td className="number">{points(after)}</td>
      <td className="number">
        <Change by={(after?.points ?? 0) - (before?.points ?? 0)} />
      </td>
    </tr>
  );
}

const EVEN = 0.005;

function Change({ by }: { by: number }) {
  const { language } = useTileSurroundings();
  return Math.abs(by) < EVEN ? null : formatDifference(by, 2, language);
}

/** All points of the group: those reached, those that are supposed, those that nobody can compute. */
function ScoreBar({ group, now, then }: { group: Score766Group; now: number; then: number }) {
  const lost = group.gaps.reduce((sum, { max }) => sum + max, 0);
  const share = (points: number) => `${(points / group.max) * 100}%`;
  return (
    <div className="score-bar" aria-hidden="true">
      <span className="score-bar-now" style={{ width: share(now) }} />
      <span className="score-bar-lost" style={{ width: share(lost) }} />
      {Math.abs(then - now) >= EVEN && (
        <span className="score-bar-then" style={{ left: share(then) }} />
      )}
    </div>
  );
}

function PartRow({ part, facts, supposed, countsThen }: ScoreTableProps & { part: Score766Part }) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const count = facts.counts[part.code];
  const name = part.name[language];
  const [before, after] = [count, countsThen[part.code]].map((each) => pointsIn(each, part.max));
  const points = (value: number | null | undefined) => formatNumber(value, 2, language);
  return (
    <tr className="score-part">
      <th scope="row" title={part.formula[language]}>
        {name}
        {count && (
          <span className="cell-note">
            {formatInteger(count.num, language)} / {formatInteger(count.den, language)}
          </span>
        )}
      </th>
      <td className="number">{formatInteger(part.max, language)}</td>
      <td />
      <td className="number">{formatPercent(percentOf(count), language)}</td>
      <td className="number">{points(before)}</td>
      <td className="lever-cell">
        {!count && <span className="cell-note">{words.unscored}</span>}
        {count && SHARE_LEVERS.includes(part.code) && (
          <Lever
            name={part.code}
            label={words.share(name)}
            most={100}
            step={0.5}
            now={percentOf(count) ?? 0}
            supposed={supposed.shares[part.code]}
            unit="%"
          />
        )}
      </td>
      <td className="number">{points(after)}</td>
      <td className="number">
        <Change by={(after ?? 0) - (before ?? 0)} />
      </td>
    </tr>
  );
}

function pointsIn(count: Count | undefined, max: number): number | null {
  const percent = percentOf(count);
  return percent === null ? null : pointsOf(percent, max);
}

function PoolRow({ name, facts, supposed }: ScoreTableProps & { name: (typeof POOLS)[number] }) {
  const { language } = useTileSurroundings();
  const words = SCORE_WORDS[language];
  const all = facts.pools[name];
  if (all === 0) return null;
  return (
    <tr className="score-part">
      <th scope="row">
        {words[name]}
        <span className="cell-note">{words.poolNote(formatInteger(all, language))}</span>
      </th>
      <td colSpan={4} />
      <td className="lever-cell">
        <Lever
          name={name}
          label={words.pool(words[name])}
          most={all}
          step={1}
          now={all}
          supposed={supposed.closing[name]}
          unit={`/ ${formatInteger(all, language)}`}
        />
      </td>
      <td colSpan={2} />
    </tr>
  );
}

/** Gaps with the same reason stand in one row. */
function gapsByReason(gaps: readonly Score766Gap[]): readonly (readonly Score766Gap[])[] {
  const reasons = new Set(gaps.map(({ why }) => why));
  return [...reasons].map((reason) => gaps.filter(({ why }) => why === reason));
}

function GapRow({ gaps }: { gaps: readonly Score766Gap[] }) {
  const { language } = useTileSurroundings();
  const max = gaps.reduce((sum, gap) => sum + gap.max, 0);
  return (
    <tr className="score-gap">
      <th scope="row">{SCORE_WORDS[language].lost}</th>
      <td className="number">{formatInteger(max, language)}</td>
      <td colSpan={6}>
        {gaps.map((gap) => `${gap.name[language]} (${gap.max})`).join(' · ')}
        <span className="cell-note">{gaps[0]?.why[language]}</span>
      </td>
    </tr>
  );
}
