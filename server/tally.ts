import type { Fold } from './fold/fold.ts';
import type { Figure } from './http/ports.ts';
import type { Ingested } from './ingest/ingest.ts';
import type { Appended, Log } from './log/log.ts';

const COUNTERS = {
  ioc_events_accepted_total: 'Events accepted',
  ioc_events_duplicate_total: 'Events that were there already',
  ioc_events_conflict_total: 'Duplicates whose content differs from the event that is kept',
  ioc_commits_total: 'Commits to the log',
  ioc_personal_fields_dropped_total: 'Personal fields taken out of events',
  ioc_dossiers_reversed_total: 'Dossiers finished before they were received',
} as const;

/** Counts since the start of the process, for `/metrics`. */
export function createTally() {
  const counts = new Map<keyof typeof COUNTERS, number>();
  const quarantined = new Map<string, number>();
  const count = (name: keyof typeof COUNTERS, by: number) =>
    counts.set(name, (counts.get(name) ?? 0) + by);
  return {
    add(ingested: readonly Ingested[], appended: Appended): void {
      count('ioc_commits_total', 1);
      count('ioc_events_accepted_total', appended.accepted);
      count('ioc_events_duplicate_total', appended.duplicates);
      count('ioc_events_conflict_total', appended.conflicts);
      for (const { rejected, personalDropped, finishedBeforeReceived } of ingested) {
        count('ioc_personal_fields_dropped_total', personalDropped);
        count('ioc_dossiers_reversed_total', finishedBeforeReceived);
        for (const { code } of rejected) quarantined.set(code, (quarantined.get(code) ?? 0) + 1);
      }
    },
    figures: (): Figure[] => [
      ...[...counts].map(([name, value]) => counter(name, COUNTERS[name], value)),
      ...[...quarantined].map(([code, value]) => ({
        ...counter('ioc_events_quarantined_total', 'Events rejected, by code', value),
        labels: { code },
      })),
    ],
  };
}

/** What the state holds at this moment. */
export function readGauges(log: Log, fold: Fold, questions: number): Figure[] {
  const { dossiers, lateReports } = fold.counts();
  return [
    gauge('ioc_log_seq', 'Number of the newest event', log.lastSeq),
    gauge('ioc_fold_dossiers', 'Dossiers known', dossiers),
    gauge('ioc_fold_late_reports', 'Camera reports refused as too late', lateReports),
    gauge('ioc_live_questions', 'Distinct questions watched or kept', questions),
  ];
}

function counter(name: string, help: string, value: number): Figure {
  return { name, help, type: 'counter', value };
}

function gauge(name: string, help: string, value: number): Figure {
  return { name, help, type: 'gauge', value };
}
