import { type CSSProperties, useMemo } from 'react';
import type { Tile } from '../../../shared/board/board.ts';
import { listColumns, listColumnWidth } from '../../../shared/board/tile-needs.ts';
import { queryOfPublished } from '../../../shared/published/computed.ts';
import { cellOfPublished } from '../../../shared/published/figure-text.ts';
import type { PublishedFigure } from '../../../shared/published/published.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { LiveAnswer } from '../../store/live-state.ts';
import { SOLE_ROW } from '../figure-ask.ts';
import { FigureButton } from '../figure-button.tsx';
import { useTileSurroundings } from '../tile-context.ts';
import { TileFrame } from '../tile-frame.tsx';
import { useAnswers } from '../use-answers.ts';
import { type FactPlace, factRow } from './fact-row.ts';

type FactsTileSpec = Extract<Tile, { kind: 'facts' }>;

export function FactsTile({ tile }: { tile: FactsTileSpec }) {
  const facts = useFacts(tile);
  const { language } = useTileSurroundings();
  const columns = listColumns(tile.area.w);
  const width = listColumnWidth(tile.area.w);
  const place = { tileScope: `${tile.title[language]} ${tile.scope?.[language] ?? ''}`, width };
  const grid: CSSProperties = {
    gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
    gridTemplateRows: `repeat(${Math.ceil(tile.figures.length / columns)}, minmax(0, 1fr))`,
  };
  return (
    <TileFrame
      tile={tile}
      answers={facts.flatMap(({ figure, answer }) => {
        // A target is of the future: it does not age.
        if (!answer || figure.of === 'target') return [];
        const asOf = cellOfPublished(figure, answer.rows)?.asOf ?? figure.asOf;
        return [{ answer, measure: figure.measure ?? '', asOf: [asOf] }];
      })}
    >
      <ul className="indicators" style={grid}>
        {facts.map((fact) => (
          <Fact key={fact.figure.id} {...fact} place={place} />
        ))}
      </ul>
    </TileFrame>
  );
}

interface FactProps {
  readonly figure: PublishedFigure;
  readonly query: Query | undefined;
  readonly answer: LiveAnswer | undefined;
}

function useFacts(tile: FactsTileSpec): readonly FactProps[] {
  const { published } = useTileSurroundings();
  const asked = useMemo(
    () =>
      tile.figures.flatMap((id) => {
        const figure = published.get(id);
        return figure ? [{ figure, query: queryOfPublished(figure) }] : [];
      }),
    [tile, published],
  );
  const queries = useMemo(() => asked.flatMap(({ query }) => query ?? []), [asked]);
  const answers = useAnswers(queries);
  return asked.map(({ figure, query }) => ({
    figure,
    query,
    answer: query && answers[queries.indexOf(query)],
  }));
}

function Fact({ figure, query, answer, place }: FactProps & { readonly place: FactPlace }) {
  const { measures, language } = useTileSurroundings();
  const measure = measures.get(figure.measure ?? '');
  const { name, value, isKnown, told } = factRow(figure, answer, measure, language, place);
  const asked = {
    measure: query ? (figure.measure ?? '') : '',
    query,
    row: figure.of === 'rows' ? undefined : SOLE_ROW,
    title: figure.statement[language],
    published: figure.id,
  };
  return (
    <li className="indicator" data-connected={isKnown}>
      <span className="indicator-name">{name}</span>
      <FigureButton figure={asked} className="indicator-value">
        {value}
      </FigureButton>
      <span className="indicator-period fact-told">{told}</span>
    </li>
  );
}
