import { Fragment, type ReactNode } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { Language } from '../../../shared/unit/format.ts';
import { figureLine, figureText, periodText, soleCell } from '../../../shared/words/figure.ts';
import { reasonText } from '../../../shared/words/reason.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { useAnswer } from '../../store/use-answer.ts';
import { Shape } from '../../ui/shape.tsx';
import { type FigureAsk, SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { limitText, type Severity, severityOf } from '../severity.ts';
import { useMovement, useReport, useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { baseText, Delta, Note, notesOf, Target } from './line-parts.tsx';
import { movementOf } from './movement.ts';
import { printedText } from './printed.ts';
import { Sparkline } from './sparkline-view.tsx';
import { TargetBar } from './target-bar.tsx';
import { useFlash } from './use-flash.ts';

type NumberTileSpec = Extract<Tile, { kind: 'number' }>;

export function NumberTile({ tile, place }: { tile: NumberTileSpec; place: string }) {
  const { measures, language } = useTileSurroundings();
  const answer = useAnswer(tile.query);
  const measure = measures.get(tile.measure);
  const cell = soleCell(answer.rows, tile.measure);
  const severity = severityOf(cell?.value, tile);
  const broken = limitText(
    cell?.value ?? 0,
    tile,
    measure?.unit[language] ?? '',
    measure?.decimals ?? 0,
    language,
  );
  useReport(
    place,
    severity === 'normal'
      ? []
      : [
          {
            severity,
            subject: tile.title[language],
            detail: `${figureLine(cell?.value, measure, language)} · ${broken}`,
          },
        ],
  );
  useMovement(place, movementOf(tile, cell, measure, language));
  return (
    <TileFrame
      tile={tile}
      answers={[{ answer, measure: tile.measure, asOf: cell?.asOf ? [cell.asOf] : undefined }]}
    >
      <Figure
        tile={tile}
        cell={cell}
        measure={measure}
        severity={severity}
        base={baseText(tile, answer, language)}
      />
      {isBig(tile) && typeof cell?.value === 'number' && typeof cell.target === 'number' && (
        <TargetBar value={cell.value} target={cell.target} measure={measure} severity={severity} />
      )}
      <Line tile={tile} cell={cell} broken={severity === 'normal' ? '' : broken} answer={answer} />
      <Printed tile={tile} answer={answer} />
      {tile.sparkline && <Sparkline query={tile.sparkline} measure={tile.measure} />}
    </TileFrame>
  );
}

/** Smaller figures say their target in words alone. */
const isBig = ({ size }: NumberTileSpec) => size === 'hero' || size === 'large';

interface FigureProps {
  readonly tile: NumberTileSpec;
  readonly cell: Cell | undefined;
  readonly measure: Measure | undefined;
  readonly severity: Severity;
  /** `/289`; '' where the tile names none. */
  readonly base: string;
}

function Figure({ tile, cell, measure, severity, base }: FigureProps) {
  const { language } = useTileSurroundings();
  const figure = figureText(cell, measure, language);
  const { value } = figure;
  const unit = base || figure.unit;
  const flash = useFlash(value);
  return (
    <FigureButton
      figure={askOf(tile, language)}
      className={`figure figure-${tile.size} ${severity}`}
      isMissing={typeof cell?.value !== 'number'}
    >
      {severity !== 'normal' && <Shape name={severity} />}
      <span key={flash} className={flash > 0 ? 'flash' : undefined}>
        {value}
      </span>
      {unit && (
        <span className="unit" data-close={unit === '%' || base !== ''}>
          {unit}
        </span>
      )}
    </FigureButton>
  );
}

function askOf(tile: NumberTileSpec, language: Language): FigureAsk {
  const { query, measure, title, published } = tile;
  return { query, measure, title: title[language], row: SOLE_ROW, published };
}

interface LineProps {
  readonly tile: NumberTileSpec;
  readonly cell: Cell | undefined;
  readonly broken: string;
  readonly answer: LiveAnswer;
}

/** What stands under the figure: which limit it broke, the comparison, the target, the notes. */
function Line({ tile, cell, broken, answer }: LineProps) {
  const { language } = useTileSurroundings();
  const isMissing = answer.frame !== null && typeof cell?.value !== 'number';
  const parts: [string, ReactNode][] = [
    ['reason', isMissing && <span>{reasonText(cell?.reason, language)}</span>],
    ['period', cell?.period && <span>{periodText(cell.period, language)}</span>],
    ['limit', broken && <span className={severityOf(cell?.value, tile)}>{broken}</span>],
    ['delta', <Delta key="delta" tile={tile} cell={cell} />],
    ['target', <Target key="target" tile={tile} cell={cell} />],
    ...notesOf(tile, answer).map(({ measure, value, label }): [string, ReactNode] => [
      `${measure} ${label[language]}`,
      <Note key={label.vi} tile={tile} measure={measure} value={value} label={label[language]} />,
    ]),
  ];
  return (
    <p className="line">
      {parts.map(([key, part]) => part && <Fragment key={key}>{part}</Fragment>)}
    </p>
  );
}

function Printed({ tile, answer }: Pick<LineProps, 'tile' | 'answer'>) {
  const { language, published, measures } = useTileSurroundings();
  const figure = tile.published ? published.get(tile.published) : undefined;
  const freshness = answer.frame?.freshness;
  const measure = measures.get(tile.measure);
  const text =
    figure &&
    printedText({ ...figure, measure: tile.measure }, answer.rows, measure, freshness, language);
  return text ? <p className="printed">{text}</p> : null;
}
