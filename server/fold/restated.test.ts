import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../shared/event/assessment.ts';
import type { Coverage } from '../../shared/event/coverage.ts';
import type { Dossier } from '../../shared/event/dossier.ts';
import { type Incident, incidentExample } from '../../shared/event/incident.ts';
import type { AcceptedEvent } from '../../shared/event/kinds.ts';
import { type Petition, petitionExample } from '../../shared/event/petition.ts';
import { type LocalDay, parseDay } from '../../shared/unit/local-day.ts';
import { applyAll, bytesOfFold, newFold } from './history.contract.ts';
import type { CubeView } from './view.ts';

const HOUR_MS = 3_600_000;

/** Reports an hour apart, in the order given. */
function foldOf<K extends AcceptedEvent['kind']>(kind: K, reports: readonly object[]) {
  const events = reports.map((data, i) => ({
    kind,
    source: 'mc',
    id: `${i}`,
    time: i * HOUR_MS,
    data,
  }));
  return applyAll(newFold(), events as unknown as AcceptedEvent[]);
}

function restatedOf(cube: CubeView, on: string): number {
  const day = parseDay(on) as LocalDay;
  const flow = cube.flowId('restated');
  let count = 0;
  for (let series = 0; series < cube.seriesCount; series++)
    count += cube.sum(flow, series, day, day);
  return count;
}

describe('a dossier', () => {
  const open: Dossier = {
    agency: 'H09.14',
    code: 'H09.14-1',
    procedure: '1.003560',
    field: 'dat-dai',
    level: 'district',
    intakeUnit: '718',
    unit: '718',
    channel: 'direct',
    status: '4',
    received: '2024-01-22T09:00:00+07:00',
    due: '2024-01-26T17:00:00+07:00',
  };
  const done: Dossier = { ...open, status: '10', finished: '2024-01-25T10:00:00+07:00' };
  const received = (reports: readonly Dossier[]) =>
    restatedOf(foldOf('dossier', reports).dossiers, '2024-01-22');
  const closed = (reports: readonly Dossier[]) =>
    restatedOf(foldOf('dossier', reports).dossiers, '2024-01-25');

  it('that goes its way restates nothing, however often it is reported', () => {
    const paused = { ...open, status: '5' as const, due: '2024-01-30T17:00:00+07:00' };
    expect(received([open, open, paused, open, done, done])).toBe(0);
    expect(closed([open, open, paused, open, done, done])).toBe(0);
  });
  it('restates the day it had counted on when its receipt moves or is taken back', () => {
    expect(received([open, { ...open, received: '2024-01-23T09:00:00+07:00' }])).toBe(1);
    expect(received([open, { ...open, status: '3' }])).toBe(1);
  });
  it('restates it when it counts for another unit, field or channel', () => {
    expect(received([open, { ...open, unit: '724' }, open])).toBe(2);
    expect(received([open, { ...done, field: 'ho-tich' }])).toBe(1);
  });
  it('once closed restates the day it was closed on when its end or its due day is told otherwise', () => {
    expect(closed([done, { ...done, finished: '2024-01-26T10:00:00+07:00' }])).toBe(1);
    expect(closed([done, { ...done, due: '2024-01-24T17:00:00+07:00' }])).toBe(1);
    expect(closed([done, open])).toBe(1);
  });
  it('before it was received has told nothing that could be restated', () => {
    const registered: Dossier = { ...open, status: '1' };
    expect(received([registered, { ...open, unit: '724' }])).toBe(0);
  });
  it('is not restated by a report that is older than what is known', () => {
    const events = [1, 0].map((time) => ({
      kind: 'dossier' as const,
      source: 'mc',
      id: `${time}`,
      time,
      data: { ...open, unit: time === 1 ? '718' : '724' },
    }));
    expect(restatedOf(applyAll(newFold(), events).dossiers, '2024-01-22')).toBe(0);
  });
});

describe('a petition and an incident', () => {
  const petition: Petition = {
    id: petitionExample.id,
    unit: '718',
    field: 'dat-dai',
    received: '2024-01-22T09:00:00+07:00',
  };
  const answered = { ...petition, answered: '2024-01-24T09:00:00+07:00' };
  const incident: Incident = {
    ...incidentExample,
    severity: 'low',
    opened: '2024-01-22T09:00:00+07:00',
    closed: '2024-01-22T12:00:00+07:00',
  };

  it('that is answered restates nothing; an answer that moves does, on its day', () => {
    const moved = { ...answered, answered: '2024-01-25T09:00:00+07:00' };
    const { petitions } = foldOf('petition', [petition, answered, moved]);
    expect(restatedOf(petitions, '2024-01-22')).toBe(0);
    expect(restatedOf(petitions, '2024-01-24')).toBe(1);
  });
  it('that turns out to be graver restates the day it began on', () => {
    const { incidents } = foldOf('incident', [incident, { ...incident, severity: 'critical' }]);
    expect(restatedOf(incidents, '2024-01-22')).toBe(1);
  });
  it('keep what they had told over a checkpoint', () => {
    const fold = foldOf('petition', [petition, answered]);
    const restored = newFold();
    restored.restore(fold.dump());
    const again = applyAll(restored, [
      {
        kind: 'petition',
        source: 'mc',
        id: 'later',
        time: 5 * HOUR_MS,
        data: { ...answered, received: '2024-01-23T09:00:00+07:00' },
      },
    ]);
    expect(restatedOf(again.petitions, '2024-01-22')).toBe(1);
    expect(bytesOfFold(again)).not.toBe(bytesOfFold(fold));
  });
});

describe('records that are kept as they are', () => {
  const coverage: Coverage = {
    programme: 'schools',
    unit: '74',
    done: 1,
    total: 2,
    asOf: '2023-12-31',
  };
  const assessment: Assessment = {
    index: 'PAR',
    unit: '74',
    year: 2023,
    score: 80,
    publishedOn: '2024-01-02',
  };
  it('count a correction of the same day or year, and not what the next day brings', () => {
    const next = { ...coverage, done: 2, asOf: '2024-01-01' };
    const reports = [coverage, coverage, next, { ...next, total: 3 }];
    expect(foldOf('coverage', reports).coverage.find('schools')[0]?.restated).toBe(1);
    expect(
      foldOf('coverage', [coverage, next]).coverage.find('schools')[0]?.restated,
    ).toBeUndefined();
    const index = foldOf('assessment', [assessment, assessment, { ...assessment, score: 81 }]);
    expect(index.assessments.find('PAR')[0]?.restated).toBe(1);
  });
});
