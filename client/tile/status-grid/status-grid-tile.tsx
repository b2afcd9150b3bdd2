import type { Tile } from '../../../shared/board/board.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { figureLine } from '../../../shared/words/figure.ts';
import { nameOf } from '../../../shared/words/names.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { Shape } from '../../ui/shape.tsx';
import { FigureButton } from '../figure-button.tsx';
import { limitText, type Severity, severityOf } from '../severity.ts';
import { useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useBorders } from '../use-borders.ts';
import { layOutStates } from './states-layout.ts';

type StatusGridTileSpec = Extract<Tile, { kind: 'status-grid' }>;

interface State {
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly severity: Severity;
  readonly isKnown: boolean;
  readonly detail: string;
}

export function StatusGridTile({ tile, place }: { tile: StatusGridTileSpec; place: string }) {
  const { measures, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const states = useStates(tile, answer);
  const abnormal = states.filter(({ severity }) => severity !== 'normal');
  const { kind, columns, room } = layOutStates(states, tile);
  const measure = measures.get(tile.measure)?.shortName[language] ?? '';
  useReport(
    place,
    abnormal.flatMap(({ severity, name, detail }) =>
      severity === 'normal' ? [] : [{ severity, subject: `${name}, ${measure}`, detail }],
    ),
  );
  const isDense = kind === 'dense';
  const named = isDense ? abnormal.slice(0, room) : states;
  const grid = { gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` };
  return (
    <TileFrame tile={tile} answers={[{ answer, measure: tile.measure }]}>
      {isDense && <Field states={states} />}
      <ul className={`states states-${kind}`} style={grid}>
        {named.map((state) => (
          <li key={state.key} className={`state ${state.severity}`}>
            <StateMark state={state} />
            <span className="state-name">{state.name}</span>
            <FigureButton
              figure={{
                measure: tile.measure,
                query: tile.query,
                row: state.key,
                title: `${tile.title[language]}, ${state.name}`,
              }}
              className="state-value"
            >
              {state.value}
            </FigureButton>
          </li>
        ))}
        {isDense && abnormal.length === 0 && states.length > 0 && (
          <li className="state">
            <span className="none">{language === 'vi' ? 'tất cả bình thường' : 'all normal'}</span>
          </li>
        )}
      </ul>
    </TileFrame>
  );
}

/** One mark a thing, the abnormal ones by shape and colour; their names follow below. */
function Field({ states }: { states: readonly State[] }) {
  return (
    <div className="states-field" aria-hidden="true">
      {states.map((state) => (
        <span key={state.key} className={`state-cell ${state.severity}`}>
          <StateMark state={state} />
        </span>
      ))}
    </div>
  );
}

function StateMark({ state: { severity, isKnown } }: { state: State }) {
  if (severity !== 'normal') return <Shape name={severity} />;
  return <i className={isKnown ? 'state-mark' : 'state-mark empty'} />;
}

function useStates(tile: StatusGridTileSpec, answer: LiveAnswer): State[] {
  const { measures, names, language } = useTileSurroundings();
  const borders = useBorders(tile.query, answer);
  const measure = measures.get(tile.measure);
  return answer.rows.map((row) => {
    const cell = row.values[tile.measure];
    const value = cell?.value ?? null;
    const line = figureLine(value, measure, language);
    const unit = measure?.unit[language] ?? '';
    const broken = limitText(value ?? 0, tile, unit, measure?.decimals ?? 0, language);
    return {
      key: row.key,
      name: nameOf(names, tile.by, String(row[tile.by as 'zone'] ?? row.key), language, borders),
      value:
        partsOf(cell)
          ?.map((n) => formatInteger(n, language))
          .join('/') ?? line,
      severity: severityOf(value, tile),
      isKnown: value !== null,
      detail: `${line} · ${broken}`,
    };
  });
}

/** "34 of 36" says more than a percentage where few things are counted. */
function partsOf(cell: Cell | undefined): [number, number] | undefined {
  const { num, den } = cell ?? {};
  return typeof num === 'number' && typeof den === 'number' ? [num, den] : undefined;
}
