import type { Measure } from '../../../shared/measure/measure.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { Query } from '../../../shared/query/query.ts';
import type { Borders } from '../../../shared/territory/borders.ts';

/** What each view is made of: the question, its answer, and whose figures they are. */
export interface ViewProps {
  readonly query: Query;
  readonly answer: Answer;
  readonly measure: Measure;
  readonly borders: Borders;
}
