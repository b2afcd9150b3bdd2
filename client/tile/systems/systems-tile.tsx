import { type CSSProperties, useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { listColumns } from '../../../shared/board/tile-needs.ts';
import { Shape } from '../../ui/shape.tsx';
import type { Severity } from '../severity.ts';
import { useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useAnswers } from '../use-answers.ts';
import { type SystemState, systemState, systemStateText } from './system-state.ts';

type SystemsTileSpec = Extract<Tile, { kind: 'systems' }>;

/** What was never connected is no fault and stays quiet; what fell silent is one. */
const SEVERITY: Readonly<Record<SystemState, Severity>> = {
  'on-time': 'normal',
  late: 'warn',
  silent: 'alarm',
  none: 'normal',
};

export function SystemsTile({ tile, place }: { tile: SystemsTileSpec; place: string }) {
  const { language } = useTileSurroundings();
  const { query } = tile;
  const answers = useAnswers(useMemo(() => (query ? [query] : []), [query]));
  const rows = answers.flatMap((answer) => answer.rows);
  const systems = tile.systems.map(({ label, system }) => {
    const row = rows.find((each) => system !== undefined && each.system === system);
    const state = systemState(row);
    return { label: label[language], state, severity: SEVERITY[state] };
  });
  useReport(
    place,
    systems.flatMap(({ label, state, severity }) =>
      severity === 'normal'
        ? []
        : [{ severity, subject: label, detail: systemStateText(state, language) }],
    ),
  );
  const columns = listColumns(tile.area.w);
  const grid: CSSProperties = {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${Math.ceil(systems.length / columns)}, minmax(0, 4rem))`,
  };
  const measure = query?.measures[0] ?? '';
  return (
    <TileFrame tile={tile} answers={answers.map((answer) => ({ answer, measure }))}>
      <ul className="indicators" style={grid}>
        {systems.map(({ label, state, severity }) => (
          <li key={label} className="indicator" data-connected={state !== 'none'}>
            <span className="indicator-name">{label}</span>
            <span className={`system-state ${severity}`}>
              {severity !== 'normal' && <Shape name={severity} />}
              {systemStateText(state, language)}
            </span>
          </li>
        ))}
      </ul>
    </TileFrame>
  );
}
