import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { localDayOf } from '../../shared/unit/local-day.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import { type HttpOptions, registerHttp } from './http.ts';
import type { AccessPort, PushResult } from './ports.ts';

/** A server of stubs for the tests of this folder. */

const as = (token: string) => ({ authorization: `Bearer ${token}` });
export const WALL = as('wall');
export const ADMIN = as('admin');
export const INGEST = as('ingest');
/** An operator of one district. */
export const DISTRICT = as('district');
export const STRANGER = as('x'.repeat(32));
export const FINE: PushResult = { accepted: 1, duplicate: 0, quarantined: [] };

const principals: Readonly<Record<string, Principal>> = {
  wall: { role: 'wall', name: 'wall', scope: ['74'] },
  admin: { role: 'admin', name: 'admin', scope: ['74'] },
  district: { role: 'operator', name: 'district', scope: ['718'] },
  ingest: { role: 'ingest', name: 'ingest', scope: ['74'] },
};
const access: AccessPort = {
  principalOf: (token = '') => principals[token],
  may: ({ role }, action) =>
    role === 'ingest'
      ? action === 'push'
      : action !== 'push' && (role === 'admin' || action === 'read' || action === 'query'),
  isBarred: () => false,
  redeem: () => ({ code: 'IOC_ACCESS_LINK_UNKNOWN', message: '' }),
};

const core: HttpOptions['core'] = {
  push: async () => FINE,
  query: async (query) => ({ refused: { code: 'IOC_ACCESS_UNIT', message: query.unit } }),
  windows: async () => [],
  planWindow: async ({ unit }) => `BT-${unit}`,
  changeWindow: async (window) => {
    throw new IocError('IOC_DUTY_UNKNOWN', { expected: 'window', where: window });
  },
  sources: async () => [],
  cameras: async () => [
    {
      camera: 'c',
      name: 'c',
      unit: '74',
      owner: 'o',
      stage: 'connected',
      state: 'online',
      lon: 106.73921,
      lat: 10.90284,
    },
  ],
  quality: async (_, period, unit) => ({
    asOf: unit ?? '',
    period: { from: String(period?.from), to: String(period?.to) },
    sources: [],
  }),
  revisions: async (_, { unit }) =>
    unit === '74' ? [] : { refused: { code: 'IOC_ACCESS_UNIT', message: unit } },
  records: async ({ unit }) => {
    if (unit !== '74') throw new IocError('IOC_ACCESS_UNIT', { expected: '74', came: unit });
    return { total: 0, seq: 7, asOf: '', rows: [] };
  },
  search: async (query, limit) => [{ kind: 'unit', code: query, name: `${limit}`, unit: '' }],
  radar: async ({ unit }) => {
    throw new IocError('IOC_ACCESS_UNIT', { expected: '74', came: unit });
  },
  cameraLadder: async ({ unit }) => {
    throw new IocError('IOC_ACCESS_UNIT', { expected: '74', came: unit });
  },
  record: async ({ agency, code }) => {
    throw new IocError('IOC_RECORD_UNKNOWN', { came: `${agency}/${code}` });
  },
  recent: async (feeds, limit) => [
    { seq: limit, receivedAt: 0, kind: feeds, source: 's', id: 'i', time: 0, unit: '74' },
  ],
  quarantine: async ({ limit }) => ({ events: [], count: limit, dropped: 0 }),
  figures: async () => [
    { name: 'ioc_log_seq', help: 'Newest event', type: 'gauge', value: 7, labels: { a: 'x"y' } },
  ],
};

const pack: HttpOptions['pack'] = {
  pack: {
    slug: 't',
    name: { vi: 'T', en: 'T' },
    root: '74',
    units: [],
    agencies: [],
    fields: [],
    zones: [],
    junctions: [],
    owners: [],
    programmes: [],
  },
  measures: [],
  boards: [],
  targets: [],
  calendar: { workingHours: [['07:00', '11:30']], holidays: [], makeUpDays: [] },
  published: [],
  layers: [],
  boundaries: {
    districts: { type: 'FeatureCollection', features: [], filler: 'x'.repeat(5000) },
  },
};

const absent = () => Promise.reject(new Error('not here'));
/** The desk has tests of its own, over a real store. */
export const desk: HttpOptions['desk'] = {
  accounts: { list: () => [], open: absent, revoke: absent },
  documents: { list: async () => [], read: absent, history: absent, save: absent },
  alarms: () => undefined,
  journal: { append: absent, appendAll: absent, read: async () => [] },
  duty: {
    tasks: { list: async () => [], find: absent, open: absent, do: absent },
    shifts: { log: absent, items: absent, do: absent },
    incidents: { list: async () => [], find: absent, open: absent, do: absent },
  },
  notices: {
    outbox: { list: async () => [], resend: absent, call: absent },
    webhooks: { list: async () => [], find: absent, add: absent, turn: absent, remove: absent },
  },
  sees: ({ scope }, unit) => scope.includes(unit),
  actionsOf: () => [],
  now: () => 0,
};

const exporter: HttpOptions['exporter'] = {
  chart: async ({ chart }, { format }) => {
    return {
      bytes: new TextEncoder().encode(chart.title),
      contentType: format,
      name: `chart.${format}`,
      hash: 'h',
    };
  },
  brief: async ({ id }) => {
    throw new IocError('IOC_ACCESS_UNIT', { came: id });
  },
  edition: async ({ id, version, format }) => {
    return {
      bytes: new TextEncoder().encode(`${id} ${version}`),
      contentType: format,
      name: 'b',
      hash: 'h',
    };
  },
  report: async ({ unit }) => {
    throw new IocError('IOC_ACCESS_UNIT', { came: unit });
  },
  list: async ({ list }) => {
    const file = { content: Buffer.from(list.unit), contentType: 'x', name: 'list.csv', hash: 'h' };
    return { ...file, title: 't', rows: 0, classMark: 'c' };
  },
  board: async ({ board }) => {
    throw new IocError('IOC_ACCESS_UNIT', { came: board.id });
  },
};

const listMail: HttpOptions['listMail'] = {
  terms: () => ({
    ...{ fault: null, allowed: [], mostAddresses: 1, mostFileBytes: 1 },
    columns: { vi: [], en: [] },
  }),
  send: async ({ emails, list }, _, origin) => ({
    ...{ addresses: emails.length, rows: 0, file: origin, bytes: 0, hash: list.unit },
  }),
};

const running: { app: FastifyInstance; directory: string }[] = [];

export async function startServer(
  changes: Partial<HttpOptions> = {},
  coreChanges: Partial<HttpOptions['core']> = {},
  /** Sees the instance before its routes. */
  prepare: (app: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> {
  const directory = mkdtempSync(path.join(tmpdir(), 'ioc-http-'));
  mkdirSync(path.join(directory, 'assets'));
  writeFileSync(path.join(directory, 'index.html'), '<!doctype html><title>wall</title>');
  writeFileSync(path.join(directory, 'assets/main-abc.js'), 'export {}');
  const app = fastify();
  prepare(app);
  await registerHttp(app, {
    access,
    core: { ...core, ...coreChanges },
    exporter,
    listMail,
    readiness: () => ({ ready: true, progress: 1 }),
    today: () => localDayOf(Date.parse('2023-12-29T12:00:00+07:00')),
    pack,
    desk,
    walls: { list: () => pack.boards, placed: () => [], place: absent, withdraw: absent },
    clientDirectory: directory,
    basemap: undefined,
    host: '127.0.0.1',
    allowedHosts: [],
    limits: {
      bodyLimitBytes: 10_000,
      inflightLimitBytes: 15_000,
      pushesPerMinute: 1000,
      queriesPerMinute: 1000,
    },
    ...changes,
  });
  running.push({ app, directory });
  return app;
}

export async function stopServers(): Promise<void> {
  for (const { app, directory } of running.splice(0)) {
    await app.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
