import { extractText } from 'unpdf';
import { describe, expect, it } from 'vitest';
import type { DocumentHead, StoredDocument } from '../../shared/document/document.ts';
import type { BriefExport } from '../../shared/export/export-request.ts';
import type { Answer } from '../../shared/query/answer.ts';
import type { Query } from '../../shared/query/query.ts';
import { createBriefs } from './briefs.ts';
import { slideTexts } from './read-back.contract.ts';
import { render } from './render.ts';
import { answerOf, chartOf, naming, sceneGround } from './sample-job.contract.ts';

const who = { role: 'analyst', name: 'Phân tích 1', scope: ['74'] } as const;
const rate = chartOf({ title: 'Tỷ lệ đúng hạn', form: 'table', query: {} });
const units = chartOf({
  title: 'Tiếp nhận theo huyện',
  form: 'table',
  query: { measures: ['dossier.received'], by: ['unit'], level: 'district' },
});
const request: BriefExport = { id: 'tuan', title: 'Bản tin tuần', charts: [rate, units] };

/** A store of editions and figures that grow with each of them. */
function sampleBriefs() {
  const kept: StoredDocument[] = [];
  const asked: Query[] = [];
  let clock = Date.parse('2024-01-01T00:30:00Z');
  const figures = (query: Query): Answer => {
    const more = kept.length;
    return query.by
      ? answerOf([
          { key: '718', unit: '718', values: { 'dossier.received': { value: 1000 + 100 * more } } },
        ])
      : answerOf([{ key: '', values: { 'dossier.onTimeRate': { value: 97.25 + 0.5 * more } } }]);
  };
  const { make: makeAll, again } = createBriefs({
    ask: async (query) => {
      asked.push(query);
      return figures(query);
    },
    render: (job) => render(job, naming),
    now: () => clock,
    record: async () => undefined,
    scenes: sceneGround,
    read: async (_id, _who, version) =>
      version === undefined ? kept.at(-1) : kept.find((each) => each.version === version),
    keep: async (edition, newest) => {
      const { id, title } = edition.request;
      const head: Omit<DocumentHead, 'version'> = {
        kind: 'brief',
        id,
        at: clock,
        by: who.name,
        title,
        unit: '74',
        removed: false,
      };
      kept.push({ ...head, version: (newest?.version ?? 0) + 1, body: { ...edition } });
    },
  });
  const make = async (wanted: BriefExport, format: 'pdf' | 'pptx') => {
    const [file] = await makeAll(wanted, [{ format }], who);
    if (!file) throw new Error('no file');
    return file;
  };
  const pass = (days: number) => {
    clock += days * 86_400_000;
  };
  return { make, again, kept, pass, asked };
}

const read = async (bytes: Uint8Array) =>
  (await extractText(new Uint8Array(bytes), { mergePages: true })).text.normalize('NFC');

describe('a brief', () => {
  it('keeps its figures as they were, with their hash and a link to that edition', async () => {
    const { make, kept } = sampleBriefs();
    const file = await make(request, 'pdf');
    const text = await read(file.bytes);
    for (const fact of ['97,25', 'Bản tin tuần', file.hash, '/studio/briefs?id=tuan&v=1'])
      expect(text).toContain(fact);
    expect(kept[0]?.body).toMatchObject({ hash: file.hash, request: { charts: [rate, units] } });
    expect(text).not.toContain('so với bản tin');
  });

  it('tells where its edition can be had again, in the format of the file', async () => {
    const { make, again, kept } = sampleBriefs();
    const { location } = await make(request, 'pdf');
    expect(location).toBe('/api/v1/exports/brief/tuan/1?format=pdf');
    const other = await again({ id: 'tuan', version: 1, format: 'xlsx' }, who);
    expect(other.location).toBe('/api/v1/exports/brief/tuan/1?format=xlsx');
    expect(kept).toHaveLength(1);
  });

  it('says of every figure how it changed since the edition before', async () => {
    const { make, kept, pass } = sampleBriefs();
    await make(request, 'pdf');
    pass(7);
    const { bytes } = await make(request, 'pptx');
    const text = (await slideTexts(bytes)).join(' | ').replace(/\u00a0/g, ' ');
    expect(text).toContain('+0,50 điểm % so với bản tin 01/01/2024');
    expect(text).toContain('+10,00%');
    expect(text).toContain('/studio/briefs?id=tuan&v=2');
    expect(kept.map(({ version }) => version)).toEqual([1, 2]);
  });

  it('begins anew after it was removed, or where its document was written by hand', async () => {
    for (const body of [{}, { request: 1 }, { frozenAt: 1, hash: '', request, figures: [1, 2] }]) {
      const { make, kept, pass } = sampleBriefs();
      await make(request, 'pdf');
      const [first] = kept;
      if (first) kept.push({ ...first, version: 2, body });
      pass(7);
      const { bytes } = await make(request, 'pdf');
      expect(await read(bytes)).not.toContain('so với bản tin');
      expect(kept.at(-1)?.version).toBe(3);
    }
  });

  it('is a picture of its pages one below the other, with ids that none shares, and a table of all its charts', async () => {
    const { make, again } = sampleBriefs();
    await make(request, 'pdf');
    const asked = { id: 'tuan', version: 1 };
    const svg = String((await again({ ...asked, format: 'svg' }, who)).bytes);
    expect(svg).toContain('viewBox="0 0 1280 1440"');
    for (const { title } of [rate, units]) expect(svg).toContain(title);
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const png = Buffer.from((await again({ ...asked, format: 'png', scale: 2 }, who)).bytes);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2560, 2880]);
    const csv = String((await again({ ...asked, format: 'csv' }, who)).bytes);
    for (const value of ['97.25', '1000', 'Thủ Dầu Một']) expect(csv).toContain(value);
  });

  it('is refused as a picture that would be too large, before anything is made', async () => {
    const { make, again, kept, asked } = sampleBriefs();
    const many = { ...request, charts: Array.from({ length: 10 }, () => units) };
    await make(many, 'pdf');
    const before = [kept.length, asked.length];
    const huge = again({ id: 'tuan', version: 1, format: 'png', scale: 4 }, who);
    await expect(huge).rejects.toMatchObject({ code: 'IOC_EXPORT_TOO_LARGE', status: 413 });
    expect([kept.length, asked.length]).toEqual(before);
  });

  it('tells no change where a question is new', async () => {
    const { make, pass } = sampleBriefs();
    await make({ ...request, charts: [units] }, 'pdf');
    pass(7);
    const { bytes } = await make({ ...request, charts: [rate] }, 'pdf');
    expect(await read(bytes)).not.toContain('so với bản tin');
  });
});
