import { describe, expect, it } from 'vitest';
import type { Query } from '../../shared/query/query.ts';
import type { Principal } from '../access/principal.ts';
import { readPack } from '../source/pack.ts';
import type { ExportJob } from './export-job.ts';
import { createExporter, type DoneExport } from './exporter.ts';
import { chartOf, districts, jobOf, sceneGround } from './sample-job.contract.ts';

const who = { role: 'analyst', name: 'Phân tích 1', scope: ['74'] } as const;
const { atMs } = jobOf().stamp;

function sampleExporter() {
  const asked: Query[] = [];
  const jobs: ExportJob[] = [];
  const done: DoneExport[] = [];
  const exporter = createExporter({
    ask: async (query) => {
      asked.push(query);
      if (query.unit === '70') return { refused: { code: 'IOC_ACCESS_UNIT', message: 'outside' } };
      return { ...districts.answer, asOf: `${asked.length}` };
    },
    render: async (job) => {
      jobs.push(job);
      return new Uint8Array([1]);
    },
    scenes: sceneGround,
    now: () => atMs,
    record: async (each) => {
      done.push(each);
    },
  });
  return { exporter, asked, jobs, done };
}

describe('an export', () => {
  it('is named after its title and day, and written down with who asked for it', async () => {
    const { exporter, done } = sampleExporter();
    const file = await exporter.chart({ chart: districts.chart }, { format: 'xlsx' }, who);
    expect(file.name).toBe('ty-le-dung-han-cua-cac-huyen-thi-xa-thanh-pho-2024-01-01.xlsx');
    expect(done).toEqual([
      {
        by: 'Phân tích 1',
        kind: 'chart',
        title: districts.chart.title,
        format: 'xlsx',
        hash: file.hash,
      },
    ]);
  });

  it('has the hash of what it shows, which neither the hour nor the asker changes', async () => {
    const { exporter } = sampleExporter();
    const hash = async (chart = districts.chart, by: Principal = who) =>
      (await exporter.chart({ chart }, { format: 'csv' }, by)).hash;
    expect(await hash()).toBe(await hash(districts.chart, { ...who, name: 'Phân tích 2' }));
    expect(await hash()).not.toBe(await hash({ ...districts.chart, title: 'khác' }));
  });

  it('is refused with the code of its question', async () => {
    const { exporter, done } = sampleExporter();
    const chart = chartOf({ title: 'x', form: 'line', query: { unit: '70' } });
    await expect(exporter.chart({ chart }, { format: 'png' }, who)).rejects.toMatchObject({
      code: 'IOC_ACCESS_UNIT',
      status: 403,
    });
    expect(done).toEqual([]);
  });

  it('of a board asks each different question of its tiles once', async () => {
    const { exporter, asked, jobs } = sampleExporter();
    const { boards } = readPack('fixtures/provinces/binh-duong');
    for (const board of boards) await exporter.board({ board }, { format: 'pdf' }, who);
    const keys = asked.map((query) => JSON.stringify(query));
    expect(jobs).toHaveLength(boards.length);
    // No file is about single cameras: their map tells how many are in which state.
    expect(asked.filter(({ by }) => by?.includes('camera'))).toEqual([]);
    expect(new Set(keys).size).toBeGreaterThan(20);
    const scenes = jobs.flatMap(({ scenes }) => scenes ?? []);
    expect(scenes.flatMap(({ notShown }) => notShown)).toEqual([
      'Bất thường và chuyển biến trên mọi màn hình',
    ]);
    expect(scenes.flatMap(({ fixed }) => fixed).length).toBeGreaterThan(0);
    const procedures = jobs.find(({ title }) => title === 'Thủ tục, số hóa')?.items ?? [];
    expect(procedures.map(({ tile }) => tile)).toContain('Thủ tục hành chính');
    expect(jobs.every(({ items }) => items.every(({ area }) => area !== undefined))).toBe(true);
  });
});
