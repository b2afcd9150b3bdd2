import { createWorkingTime } from '../shared/calendar/working-time.ts';
import type { Calendar } from '../shared/territory/pack.ts';
import type { Territory } from '../shared/territory/territory.ts';
import { localDayOf } from '../shared/unit/local-day.ts';
import type { Principal } from './access/principal.ts';
import type { CoreCalls } from './core-calls.ts';
import type { FoldView } from './fold/view.ts';
import { parseLogged } from './ingest/logged.ts';
import type { Log } from './log/log.ts';
import { readCameraLadder } from './query/camera-ladder.ts';
import type { RecordContext } from './records/context.ts';
import { NameIndex } from './records/name-index.ts';
import { askRadar } from './records/radar.ts';
import { RecordFinder } from './records/record-finder.ts';
import { listRecords } from './records/record-list.ts';
import { readRecordPage } from './records/record-page.ts';
import { search } from './records/search.ts';

export interface RecordReading {
  readonly view: FoldView;
  readonly log: Pick<Log, 'read'>;
  readonly territory: Territory;
  readonly calendar: Calendar;
  readonly now: () => number;
  readonly monoMs: () => number;
  /** Lets other work run for a moment. */
  readonly pause: () => Promise<void>;
}

type RecordCall = 'records' | 'record' | 'search' | 'radar' | 'cameraLadder';

/** What the core tells of single records, to whoever may see them. */
export function recordCalls(ports: RecordReading): Pick<CoreCalls, RecordCall> {
  const { view, log, territory, now, monoMs, pause } = ports;
  const time = createWorkingTime(ports.calendar);
  const turns = { monoMs, pause };
  const finder = new RecordFinder(view.dossierRows, turns);
  const names = new NameIndex();
  void finder.prepare(localDayOf(now()));
  const contextOf =
    ({ scope }: Principal) =>
    (): RecordContext => ({ view, territory, time, now: now(), scope });
  const reading = {
    read: (from: number, to: number) => log.read(from, to),
    parse: parseLogged,
    pause,
  };
  return {
    records: (query, principal) => listRecords(query, finder, contextOf(principal)),
    search: (query, limit, principal) => search(query, limit, names, contextOf(principal)(), turns),
    radar: (asked, principal) => askRadar(asked, { finder, turns }, contextOf(principal)),
    cameraLadder: async (asked, principal) => readCameraLadder(asked, contextOf(principal)()),
    record: (key, principal) => readRecordPage(key, reading, contextOf(principal)),
  };
}
