import type { Query } from '../../shared/query/query.ts';

/** Row of an answer without dimensions; its key is whatever the first one has. */
export const SOLE_ROW = '*';

/** Which figure of the wall a card is asked of. */
export interface FigureAsk {
  /** '' where the figure was only printed. */
  readonly measure: string;
  /** The question the tile watches, so that the card lives on the same answer; none where it was only printed. */
  readonly query?: Query | undefined;
  /** Key of the figure's row; left out where a whole chart or map is meant. */
  readonly row?: string | undefined;
  /** What the tile calls it. */
  readonly title: string;
  /** Id of the printed figure the tile shows. */
  readonly published?: string | undefined;
}
