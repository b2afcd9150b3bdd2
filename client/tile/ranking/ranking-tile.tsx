import type { CSSProperties } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Row } from '../../../shared/query/answer.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { Shape } from '../../ui/shape.tsx';
import { barScale, dotScale, placeOn, type Scale } from '../../viz/scale.ts';
import { FigureButton } from '../figure-button.tsx';
import { limitText, type Severity, severityOf } from '../severity.ts';
import { useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useBorders } from '../use-borders.ts';
import { DotAxis } from './dot-axis.tsx';
import { cutText, rankRows } from './rank-rows.ts';

type RankingTileSpec = Extract<Tile, { kind: 'ranking' }>;

export function RankingTile({ tile, place }: { tile: RankingTileSpec; place: string }) {
  const { measures, names, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const borders = useBorders(tile.query, answer);
  const measure = measures.get(tile.measure);
  const rows = rankRows(answer.rows, tile, measure);
  const scale = scaleOf(rows, tile, measure);
  const unit = measure?.unit[language] ?? '';
  const nameIn = (row: Row) =>
    nameOf(names, tile.by, String(row[tile.by as 'unit'] ?? row.key), language, borders);
  useReport(
    place,
    rows.flatMap((row) => {
      const value = row.values[tile.measure]?.value;
      const severity = severityOf(value, tile);
      if (severity === 'normal') return [];
      const broken = limitText(value ?? 0, tile, unit, measure?.decimals ?? 0, language);
      const detail = `${figureLine(value, measure, language)} · ${broken}`;
      return [
        { severity, subject: `${nameIn(row)}, ${measure?.shortName[language] ?? ''}`, detail },
      ];
    }),
  );
  const limit = tile.warnBelow ?? tile.warnAbove;
  const cut = cutText(rows.length, answer.rows.length, tile, measure, language);
  return (
    <TileFrame tile={tile} answers={[{ answer, measure: tile.measure }]} note={cut}>
      <ol className={`ranks ranks-${tile.mark}`} style={limitStyle(scale, limit)}>
        {rows.map((row) => (
          <RankRow
            key={row.key}
            name={nameIn(row)}
            row={row}
            tile={tile}
            measure={measure}
            scale={scale}
          />
        ))}
        {tile.mark === 'dot' && rows.length > 0 && (
          <DotAxis scale={scale} measure={measure} limit={limit} />
        )}
      </ol>
    </TileFrame>
  );
}

interface RankRowProps {
  readonly name: string;
  readonly row: Row;
  readonly tile: RankingTileSpec;
  readonly measure: Measure | undefined;
  readonly scale: Scale;
}

function RankRow({ name, row, tile, measure, scale }: RankRowProps) {
  const { language } = useTileSurroundings();
  const cell = row.values[tile.measure];
  const value = cell?.value ?? null;
  const severity = severityOf(value, tile);
  const title = `${tile.title[language]}, ${name}`;
  const figure = { measure: tile.measure, query: tile.query, row: row.key, title };
  return (
    <li className={`rank ${severity}`}>
      <span className="rank-name">{name}</span>
      <span className="rank-scale" aria-hidden="true">
        {value !== null && <Mark at={placeOn(scale, value)} kind={tile.mark} severity={severity} />}
      </span>
      <FigureButton figure={figure} className="rank-value">
        {value === null ? (
          <span className="none">— {reasonText(cell?.reason, language)}</span>
        ) : (
          <>
            {severity !== 'normal' && <Shape name={severity === 'alarm' ? 'alarm' : 'down'} />}
            {figureLine(value, measure, language)}
          </>
        )}
      </FigureButton>
    </li>
  );
}

function Mark({ at, kind, severity }: { at: number; kind: 'bar' | 'dot'; severity: Severity }) {
  if (kind === 'bar') return <i className={`bar ${severity}`} style={{ width: `${at}%` }} />;
  return <i className={`pip ${severity}`} style={{ left: `${at}%` }} />;
}

function limitStyle(scale: Scale, limit: number | undefined): CSSProperties {
  const style: Record<string, string> = {};
  if (limit !== undefined) style['--limit'] = `${placeOn(scale, limit)}%`;
  return style;
}

function scaleOf(rows: readonly Row[], tile: RankingTileSpec, measure: Measure | undefined): Scale {
  const values = rows.flatMap((row) => row.values[tile.measure]?.value ?? []);
  if (tile.mark === 'bar') return barScale(values);
  const limit = tile.warnBelow ?? tile.warnAbove;
  const isShare = measure?.unit.vi.startsWith('%');
  return dotScale(limit === undefined ? values : [...values, limit], isShare ? 100 : undefined);
}
