import { type CSSProperties, Fragment, useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { alarmRows, listColumns } from '../../../shared/board/tile-needs.ts';
import { Shape } from '../../ui/shape.tsx';
import { SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useAnswers } from '../use-answers.ts';
import { type AlarmRow, alarmRow } from './alarm-row.ts';
import './alarm-system.css';

type AlarmSystemSpec = Extract<Tile, { kind: 'alarm-system' }>;

/** How the alarm system itself does, each figure beside the limit of EEMUA 191 and ISA-18.2. */
export function AlarmSystemTile({ tile, place }: { tile: AlarmSystemSpec; place: string }) {
  const { language, measures } = useTileSurroundings();
  const { query } = tile;
  const answers = useAnswers(useMemo(() => [query], [query]));
  const sole = answers[0]?.rows[0];
  const rows = alarmRows(query.measures).map((ids) => alarmRow(ids, sole, measures, language));
  const broken = rows.flatMap(({ values, limit }) =>
    values.flatMap(({ severity, name, text }) =>
      severity === 'normal' ? [] : [{ severity, subject: name, detail: `${text} · ${limit}` }],
    ),
  );
  useReport(place, broken);
  const grid: CSSProperties = {
    gridTemplateColumns: `repeat(${listColumns(tile.area.w)}, minmax(0, 1fr))`,
  };
  return (
    <TileFrame
      tile={tile}
      answers={answers.map((answer) => ({ answer, measure: query.measures[0] ?? '' }))}
    >
      <ul className="alarm-system" style={grid}>
        {rows.map((row) => (
          <Figures key={row.name} row={row} query={query} />
        ))}
      </ul>
    </TileFrame>
  );
}

function Figures({ row, query }: { row: AlarmRow } & Pick<AlarmSystemSpec, 'query'>) {
  const { language } = useTileSurroundings();
  const isKnown = row.values.some(({ text }) => text !== null);
  // Of several that nothing is known of yet the first says it for all.
  const shown = isKnown ? row.values : row.values.slice(0, 1);
  return (
    <li>
      <span className="alarm-system-name">{row.name}</span>
      <span className="alarm-system-value">
        {shown.map(({ measure, name, text, severity }, at) => (
          <Fragment key={measure}>
            {at > 0 && '/'}
            <FigureButton
              figure={{ measure, query, row: SOLE_ROW, title: name }}
              className={severity}
              isMissing={text === null}
            >
              {severity !== 'normal' && <Shape name={severity} />}
              {text ?? (isKnown ? '—' : NONE[language])}
            </FigureButton>
          </Fragment>
        ))}
        {isKnown && shown.length > 1 && '%'}
      </span>
      <span className="alarm-system-limit">{row.limit}</span>
    </li>
  );
}

const NONE = { vi: 'chưa có', en: 'none yet' } as const;
