import type { AlarmDays } from '../../shared/alarm/alarm-days.ts';
import type { Catalogue } from '../../shared/measure/catalogue.ts';
import type { Answer } from '../../shared/query/answer.ts';
import type { Sources, Targets } from '../../shared/territory/pack.ts';
import type { Territory } from '../../shared/territory/territory.ts';
import type { LocalDay } from '../../shared/unit/local-day.ts';
import type { CodedError } from '../errors.ts';
import type { FoldView } from '../fold/view.ts';
import type { ArrivalSeries } from '../log/log.ts';

/** Everything an answer depends on besides the query; the same context and query always give the same answer. */
export interface QueryContext {
  readonly view: FoldView;
  readonly catalogue: Catalogue;
  readonly territory: Territory;
  readonly targets: Targets;
  /** What arrived, and who promises what; left out, nothing is known of quality. */
  readonly quality?:
    | { readonly arrivals: () => readonly ArrivalSeries[]; readonly promised: Sources }
    | undefined;
  /** How the alarm system did; undefined before its rules were looked at. */
  readonly alarms?: (() => AlarmDays | undefined) | undefined;
  /** Day of the month on which report months begin; 1 where the pack names none. */
  readonly reportMonthStartsOn?: number | undefined;
  /** The server's clock, or the instant of an `asOf` question (ms). */
  readonly now: number;
  /** The day whose borders are "today's": the real one, in a replay of the past as well. */
  readonly bordersDay: LocalDay;
  /** Unit codes the principal may see, each with everything below it. Empty sees nothing. */
  readonly scope: readonly string[];
  readonly epoch: string;
}

/** A refused query is a value; a figure that does not exist is a cell with a reason inside the answer. */
export type Evaluation =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly error: CodedError };
