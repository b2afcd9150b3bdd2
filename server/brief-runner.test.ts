import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { createWorkingDays } from '../shared/calendar/working-days.ts';
import type { DocumentHead } from '../shared/document/document.ts';
import type { BriefExport } from '../shared/export/export-request.ts';
import type { NoticeMessage } from '../shared/notice/notice.ts';
import { runBriefs } from './brief-runner.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const at = (text: string) => Date.parse(`${text}+07:00`);
const request: BriefExport = {
  id: 'ngay',
  emails: ['truc@example.gov.vn'],
  title: 'Bản tin ngày',
  charts: [
    {
      title: 'Tiếp nhận',
      form: 'table',
      query: { measures: ['dossier.received'], unit: '718', period: { relative: 'this-month' } },
    },
  ],
  schedule: { on: 'working-day', at: '07:30' },
};
const head: DocumentHead = {
  kind: 'brief',
  id: 'ngay',
  version: 1,
  at: 0,
  by: 'Phân tích 1',
  title: 'Bản tin ngày',
  unit: '718',
  removed: false,
};

/** A brief last made on Friday 5 January 2024 at 07:30. */
function sampleRunner(schedule: BriefExport['schedule'] | null = request.schedule ?? null) {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'ioc-briefs-')), 'briefs');
  folders.push(path.dirname(folder));
  const state = {
    now: at('2024-01-05T09:00:00'),
    frozenAt: at('2024-01-05T07:30:00'),
    fails: false,
  };
  const made: string[] = [];
  const { schedule: _, ...unscheduled } = request;
  const body = () => ({
    frozenAt: state.frozenAt,
    madeAt: state.frozenAt,
    hash: '',
    boards: [],
    figures: [],
    request: schedule ? { ...request, schedule } : unscheduled,
  });
  const warned: unknown[] = [];
  const told: NoticeMessage[] = [];
  const runner = runBriefs({
    documents: { list: async () => [head], read: async () => ({ ...head, body: body() }) },
    days: createWorkingDays({ holidays: [], makeUpDays: [] }),
    make: async ({ id }, hows, { scope }) => {
      if (state.fails) throw new Error('no');
      made.push(`${id} ${scope}`);
      state.frozenAt = state.now;
      return hows.map(({ format }) => {
        return { name: `x.${format}`, bytes: new Uint8Array([1]), contentType: '', hash: '' };
      });
    },
    folder,
    publicUrl: 'https://ioc.example.vn',
    notify: async (message) => void told.push(message),
    now: () => state.now,
    isReady: () => true,
    warn: (cause) => warned.push(cause),
  });
  runner.stop();
  return { runner, state, made, warned, told, folder };
}

it('a scheduled brief is made once a moment, over the unit it belongs to, into the folder', async () => {
  const { runner, state, made, folder } = sampleRunner();
  await runner.look();
  state.now = at('2024-01-07T12:00:00');
  await runner.look();
  expect(made).toEqual([]);
  state.now = at('2024-01-08T07:30:00');
  await runner.look();
  await runner.look();
  expect(made).toEqual(['ngay 718']);
  expect(readdirSync(folder).sort()).toEqual(['ngay-x.pdf', 'ngay-x.pptx']);
});

it('each edition is mailed to those it names, with its files', async () => {
  const { runner, state, told } = sampleRunner();
  state.now = at('2024-01-08T07:30:00');
  await runner.look();
  await runner.look();
  expect(told).toMatchObject([
    {
      topic: 'brief',
      title: 'Bản tin ngày',
      text: 'Bản tin ngày\nx.pdf\nx.pptx\nhttps://ioc.example.vn/studio/briefs?id=ngay',
      unit: '718',
      emails: ['truc@example.gov.vn'],
      attachments: [
        { name: 'x.pdf', base64: 'AQ==' },
        { name: 'x.pptx', base64: 'AQ==' },
      ],
    },
  ]);
});

it('a brief without a schedule waits for who asks', async () => {
  const { runner, state, made } = sampleRunner(null);
  state.now = at('2024-03-08T07:30:00');
  await runner.look();
  expect(made).toEqual([]);
});

it('a brief that fails is told of, not tried at every look, and stops no other', async () => {
  const { runner, state, made, warned } = sampleRunner();
  state.now = at('2024-01-08T08:00:00');
  state.fails = true;
  await runner.look();
  await runner.look();
  expect(warned).toHaveLength(1);
  expect(made).toEqual([]);
});
