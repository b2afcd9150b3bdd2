import { useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { formatNumber } from '../../../shared/unit/format.ts';
import { figureLine, soleCell } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { Shape } from '../../ui/shape.tsx';
import { SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { TargetBar } from '../number/target-bar.tsx';
import { limitText, severityOf } from '../severity.ts';
import { useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useAnswers } from '../use-answers.ts';

type BulletTileSpec = Extract<Tile, { kind: 'bullet' }>;
type BulletRowSpec = BulletTileSpec['rows'][number];

export function BulletTile({ tile, place }: { tile: BulletTileSpec; place: string }) {
  const { measures, language } = useTileSurroundings();
  const answers = useAnswers(useMemo(() => tile.rows.map(({ query }) => query), [tile]));
  const rows = tile.rows.flatMap((row, at) => {
    const answer = answers[at];
    return answer ? [{ row, answer }] : [];
  });
  useReport(
    place,
    rows.flatMap(({ row, answer }) => {
      const value = soleCell(answer.rows, row.measure)?.value;
      const severity = severityOf(value, tile);
      if (severity === 'normal') return [];
      const measure = measures.get(row.measure);
      const unit = measure?.unit[language] ?? '';
      const broken = limitText(value ?? 0, tile, unit, measure?.decimals ?? 0, language);
      const detail = `${figureLine(value, measure, language)} · ${broken}`;
      return [{ severity, subject: row.label[language], detail }];
    }),
  );
  return (
    <TileFrame
      tile={tile}
      answers={rows.map(({ row, answer }) => ({ answer, measure: row.measure }))}
    >
      <ul className="bullets">
        {rows.map(({ row, answer }) => (
          <BulletRow key={row.label.vi} tile={tile} row={row} answer={answer} />
        ))}
      </ul>
    </TileFrame>
  );
}

interface BulletRowProps {
  readonly tile: BulletTileSpec;
  readonly row: BulletRowSpec;
  readonly answer: LiveAnswer;
}

function BulletRow({ tile, row, answer }: BulletRowProps) {
  const { measures, language } = useTileSurroundings();
  const measure = measures.get(row.measure);
  const cell = soleCell(answer.rows, row.measure);
  const severity = severityOf(cell?.value, tile);
  const hasValue = typeof cell?.value === 'number';
  const title = row.label[language];
  const figure = { measure: row.measure, query: row.query, row: SOLE_ROW, title };
  return (
    <li className={`bullet ${severity}`}>
      <span className="bullet-name">{row.label[language]}</span>
      {typeof cell?.target === 'number' && (
        <span className="bullet-target">
          {language === 'vi' ? 'mục tiêu' : 'target'}{' '}
          {formatNumber(cell.target, Number.isInteger(cell.target) ? 0 : 1, language)}
          {measure?.unit.vi.startsWith('%') ? '%' : ''}
        </span>
      )}
      <FigureButton figure={figure} className="bullet-value">
        {severity !== 'normal' && <Shape name={severity} />}
        {hasValue ? figureLine(cell?.value, measure, language, cell?.operator) : '—'}
        {!hasValue && answer.frame && (
          <span className="none"> {reasonText(cell?.reason, language)}</span>
        )}
      </FigureButton>
      {hasValue && typeof cell?.value === 'number' && (
        <TargetBar
          value={cell.value}
          target={cell.target ?? undefined}
          measure={measure}
          severity={severity}
        />
      )}
    </li>
  );
}
