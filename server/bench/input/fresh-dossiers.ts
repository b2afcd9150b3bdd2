import { dossierExample } from '../../../shared/event/dossier.ts';

const MADE_IN = `${process.pid}-${Date.now().toString(36)}`;
let made = 0;

/** A body (NDJSON) of dossiers nobody has sent before, open and received on the days of November 2023. */
export function freshDossiers(count: number): Buffer {
  const lines = Array.from({ length: count }, () => lineOf(++made));
  return Buffer.from(`${lines.join('\n')}\n`);
}

function lineOf(n: number): string {
  const { finished: _finished, returned: _returned, returnedBy: _by, ...open } = dossierExample;
  const day = String(1 + (n % 28)).padStart(2, '0');
  return JSON.stringify({
    specversion: '1.0',
    id: `fresh-${MADE_IN}-${n}`,
    source: 'mot-cua',
    type: 'ioc.dossier.v1',
    time: '2023-12-29T10:30:00+07:00',
    data: {
      ...open,
      status: '4',
      code: `F-${MADE_IN}-${n}`,
      received: `2023-11-${day}T08:12:00+07:00`,
      due: '2024-01-15T17:00:00+07:00',
    },
  });
}
