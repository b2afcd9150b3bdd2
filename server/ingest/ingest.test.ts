import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierExample } from '../../shared/event/dossier.ts';
import { KINDS } from '../../shared/event/kinds.ts';
import type { Calendar, Pack } from '../../shared/territory/pack.ts';
import type { ContentType } from './body.ts';
import { prepareIngest } from './ingest.ts';
import { parseLogged } from './logged.ts';

const named = (code: string) => ({ code, name: { vi: code, en: code } });
const pack: Pack = {
  slug: 'test',
  name: { vi: 'Thử', en: 'Test' },
  root: '74',
  units: ['74', '718', '724', '725'].map((code) => ({
    code,
    name: code,
    shortName: code,
    level: 'district' as const,
  })),
  agencies: [{ ...named('H09.14'), unit: '74' }],
  fields: [named('dat-dai')],
  zones: [],
  junctions: [],
  owners: [],
  programmes: [],
  strict: ['unit', 'agency', 'field'],
};
const NOW = Date.parse('2024-01-01T00:00:00Z');
const calendar: Calendar = { workingHours: [['07:00', '17:00']], holidays: [], makeUpDays: [] };
const ingest = prepareIngest({ pack, calendar, futureLimitMs: 2 * 86_400_000 });
const bytes = (text: string) => new TextEncoder().encode(text);
const event = (changes: object = {}, data: object = {}) => ({
  specversion: '1.0',
  id: 'd-1',
  source: 'test',
  type: 'ioc.dossier.v1',
  time: '2023-12-15T10:30:00+07:00',
  ...changes,
  data: { ...dossierExample, ...data },
});
const good = JSON.stringify(event());
const lines = (...texts: string[]) => ingest(bytes(texts.join('\n')), 'application/x-ndjson', NOW);
/** The bad line stands between two good ones, which must come through. */
function faultOf(bad: string) {
  const result = lines(good, bad, good);
  expect(result.events.map((e) => e.index)).toEqual([0, 2]);
  expect(result.rejected).toHaveLength(1);
  return result.rejected[0];
}
const changed = (path: string, raw: string) =>
  JSON.stringify(event()).replace(new RegExp(`"${path}":("[^"]*"|\\w+)`), `"${path}":${raw}`);

describe('ingest lets through', () => {
  it.each(Object.entries(KINDS))(
    'the example of kind %s, and reads it back from the log',
    (kind, row) => {
      const futureLimitMs = 60 * 86_400_000;
      const open = prepareIngest({ pack: { ...pack, strict: [] }, calendar, futureLimitMs });
      const line = JSON.stringify({ ...event({ type: `ioc.${kind}.v1` }), data: row.example });
      const { events, rejected } = open(bytes(line), 'application/x-ndjson', NOW);
      expect(rejected).toEqual([]);
      expect(events[0]).toMatchObject({ kind, id: 'd-1', index: 0, line });
      const { index: _, line: __, unit, ...accepted } = events[0] ?? { index: 0, line: '' };
      expect(unit).toBe('unit' in row.example ? row.example.unit : '');
      expect(parseLogged(line)).toEqual(accepted);
    },
  );

  it('one event, a batch, and lines with CRLF, blank lines and none at the end', () => {
    expect(ingest(bytes(` ${good}\n`), 'application/cloudevents+json', NOW).events).toHaveLength(1);
    const batch = JSON.stringify([event(), event({ id: 'x' })], null, 2);
    const { events } = ingest(bytes(batch), 'application/cloudevents-batch+json', NOW);
    expect(events.map((e) => e.id)).toEqual(['d-1', 'x']);
    expect(events.every((e) => !e.line.includes('\n'))).toBe(true);
    expect(lines(`${good}\r`, '\r', '', good).events).toHaveLength(2);
    expect(ingest(bytes('[]'), 'application/cloudevents-batch+json', NOW).events).toEqual([]);
  });

  it('a line as it came when nothing had to be changed', () => {
    const spaced = good.replace('"source":', '"source" : ');
    expect(lines(spaced).events[0]?.line).toBe(spaced);
  });

  it('texts in NFC, whatever form they came in', () => {
    const camera = { ...KINDS.camera.example, unit: '724', name: 'Ngã tư'.normalize('NFD') };
    const line = JSON.stringify({ ...event({ type: 'ioc.camera.v1' }), data: camera });
    const { events } = lines(line);
    expect(events[0]?.data).toMatchObject({ name: 'Ngã tư'.normalize('NFC') });
    expect(events[0]?.line).toContain('Ngã tư'.normalize('NFC'));
  });

  it('a dossier that was finished before it was received, and counts it', () => {
    const result = lines(JSON.stringify(event({}, { finished: '2023-12-01T08:00:00+07:00' })));
    expect(result).toMatchObject({ finishedBeforeReceived: 1, rejected: [] });
  });

  it('dates of real calendars only, due dates up to thirty years ahead', () => {
    expect(lines(changed('due', '"2050-12-18T17:00:00+07:00"')).events).toHaveLength(1);
    expect(faultOf(changed('due', '"2060-12-18T17:00:00+07:00"'))?.path).toBe('$.data.due');
    expect(lines(changed('time', '"2024-01-02T23:00:00Z"')).events).toHaveLength(1);
  });
});

describe('personal fields', () => {
  it('are dropped and counted, the rest of the event is kept', () => {
    const personal = {
      ChuHoSo: 'Nguyễn Văn Thử',
      SoDinhDanh: '079',
      applicantName: 'x',
      'số điện thoại': '1',
    };
    const result = lines(JSON.stringify(event({}, personal)));
    expect(result).toMatchObject({ personalDropped: 4, rejected: [] });
    expect(result.events[0]?.line).not.toContain('Nguyễn');
    expect(result.events[0]?.data).toEqual(dossierExample);
  });

  it('never reach the quarantine, nor does the value of any field nobody knows', () => {
    const fault = faultOf(
      JSON.stringify(event({}, { HoTen: 'Nguyễn Văn Thử', odd: 'Trần Thị Thử', status: '11' })),
    );
    expect(fault?.code).toBe('IOC_INGEST_FIELD');
    expect(JSON.stringify(fault)).not.toMatch(/Nguyễn|Trần/);
    expect(fault?.raw).toContain('"odd":"…"');
    expect(faultOf('{"HoTen":"Nguyễn Văn Thử",')?.message).not.toContain('Nguyễn');
  });
});

describe('ingest refuses, with code and path, and the rest of the batch is unharmed', () => {
  const cases: [name: string, bad: string, code: string, path: string][] = [
    ['wrong JSON', '{"a":', 'IOC_INGEST_JSON', '$'],
    ['a text that is no object', '[1]', 'IOC_INGEST_TOP_TYPE', '$'],
    [
      '__proto__',
      good.replace('"status"', '"__proto__":{"x":1},"status"'),
      'IOC_INGEST_KEY',
      '$.data.__proto__',
    ],
    [
      'constructor',
      good.replace('"status"', '"constructor":1,"status"'),
      'IOC_INGEST_KEY',
      '$.data.constructor',
    ],
    ['1e309', changed('hasFee', '1e309'), 'IOC_INGEST_NUMBER', '$.data.hasFee'],
    [
      'a repeated key',
      good.replace('"status"', '"status":"9","status"'),
      'IOC_INGEST_DUPLICATE_KEY',
      '$.data.status',
    ],
    [
      'a repeated key in the envelope',
      good.replace('"id"', '"id":"x","id"'),
      'IOC_INGEST_DUPLICATE_KEY',
      '$.id',
    ],
    [
      'a repeated key behind an escape',
      good.replace('"status"', '"st\\u0061tus":"9","status"'),
      'IOC_INGEST_DUPLICATE_KEY',
      '$.data.status',
    ],
    ['a lone surrogate', changed('code', '"\\ud800"'), 'IOC_INGEST_TEXT', '$.data.code'],
    [
      '31 April',
      changed('received', '"2023-04-31T08:00:00+07:00"'),
      'IOC_INGEST_DATE',
      '$.data.received',
    ],
    [
      'a date without offset',
      changed('received', '"2023-04-30T08:00:00"'),
      'IOC_INGEST_DATE',
      '$.data.received',
    ],
    [
      'a date before 1950',
      changed('received', '"1949-04-30T08:00:00Z"'),
      'IOC_INGEST_DATE',
      '$.data.received',
    ],
    [
      'an event of tomorrow week',
      changed('time', '"2024-01-08T00:00:00Z"'),
      'IOC_INGEST_DATE',
      '$.time',
    ],
    [
      'a wrong date in a pause',
      JSON.stringify(event({}, { paused: [{ from: '2023-02-30T00:00:00Z' }] })),
      'IOC_INGEST_DATE',
      '$.data.paused[0].from',
    ],
    ['an unknown kind', changed('type', '"ioc.weather.v1"'), 'IOC_INGEST_KIND', '$.type'],
    ['no kind', JSON.stringify(event({ type: undefined })), 'IOC_INGEST_MISSING', '$.type'],
    ['an unknown unit', changed('unit', '"999"'), 'IOC_INGEST_CODE', '$.data.unit'],
    ['an unknown agency', changed('agency', '"H99"'), 'IOC_INGEST_CODE', '$.data.agency'],
    ['an unknown status', changed('status', '"11"'), 'IOC_INGEST_VALUE', '$.data.status'],
    [
      'an unknown field',
      changed('hasFee', 'true,"colour":"red"'),
      'IOC_INGEST_FIELD',
      '$.data.colour',
    ],
    ['an unknown attribute', changed('source', '"s","trace":"1"'), 'IOC_INGEST_FIELD', '$.trace'],
    ['a number for a code', changed('unit', '718'), 'IOC_INGEST_VALUE', '$.data.unit'],
    [
      'a code that is too long',
      changed('code', `"${'x'.repeat(81)}"`),
      'IOC_INGEST_VALUE',
      '$.data.code',
    ],
    [
      'a missing field',
      JSON.stringify(event({}, { unit: undefined })),
      'IOC_INGEST_MISSING',
      '$.data.unit',
    ],
    ['no data', JSON.stringify({ ...event(), data: undefined }), 'IOC_INGEST_MISSING', '$.data'],
    [
      'deep nesting',
      changed('hasFee', `${'['.repeat(5000)}1${']'.repeat(5000)}`),
      'IOC_INGEST_DEPTH',
      `$.data.hasFee${'[0]'.repeat(14)}`,
    ],
    ['a huge event', changed('code', `"${'x'.repeat(70_000)}"`), 'IOC_INGEST_SIZE', '$'],
  ];
  it.each(cases)('%s', (_, bad, code, path) => {
    expect(faultOf(bad)).toMatchObject({ code, path, index: 1 });
  });

  it('a line that is not UTF-8', () => {
    const body = Uint8Array.from([...bytes(`${good}\n`), 0x7b, 0xff, 0x7d, 10, ...bytes(good)]);
    const { events, rejected } = ingest(body, 'application/x-ndjson', NOW);
    expect(events.map((e) => e.index)).toEqual([0, 2]);
    expect(rejected).toMatchObject([{ code: 'IOC_INGEST_ENCODING', index: 1 }]);
  });

  it('a byte order mark, in lines that line alone', () => {
    const { events, rejected } = lines(`\ufeff${good}`, good);
    expect(events).toHaveLength(1);
    expect(rejected).toMatchObject([{ code: 'IOC_INGEST_ENCODING', index: 0 }]);
  });

  it('one broken element of a batch', () => {
    const batch = `[${good},{"a":},${good}, 7 ]`;
    const result = ingest(bytes(batch), 'application/cloudevents-batch+json', NOW);
    expect(result.events.map((e) => e.index)).toEqual([0, 2]);
    expect(result.rejected.map((r) => r.code)).toEqual(['IOC_INGEST_JSON', 'IOC_INGEST_TOP_TYPE']);
  });

  it.each([
    [good, 'IOC_INGEST_TOP_TYPE'],
    [`[${good}`, 'IOC_INGEST_JSON'],
    ['', 'IOC_INGEST_TOP_TYPE'],
    ['['.repeat(200_000), 'IOC_INGEST_JSON'],
  ])('a batch that is no array: %.20s', (body, code) => {
    const type: ContentType = 'application/cloudevents-batch+json';
    expect(ingest(bytes(body), type, NOW).rejected).toMatchObject([{ code, index: 0 }]);
  });
});

describe('whatever comes', () => {
  const piece = fc.oneof(
    fc.constant(good),
    fc.json().map((text) => text.replaceAll('\n', ' ')),
    fc.string().map((text) => text.replace(/[\n\r]/g, ' ')),
    fc
      .constantFrom('duplicate', 'x')
      .map((key) => good.replace('"id"', `"${key}":1,"${key}":2,"id"`)),
  );

  it('sent = let through + refused, each index once, for lines and batches', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const sent = pieces.filter((text) => text.trim() !== '');
        const result = lines(...pieces);
        const indices = [...result.events, ...result.rejected].map((e) => e.index);
        expect(indices.sort((a, b) => a - b)).toEqual(sent.map((_, index) => index));
      }),
    );
  });

  it('any bytes are answered, not thrown at', () => {
    const types: ContentType[] = [
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ];
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), fc.constantFrom(...types), (body, type) => {
        const { events, rejected } = ingest(body, type, NOW);
        expect(events).toEqual([]);
        expect(rejected.every((r) => r.code.startsWith('IOC_INGEST_'))).toBe(true);
      }),
    );
  });
});
