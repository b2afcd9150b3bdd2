import { Check } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { BriefExport } from '../../../shared/export/export-request.ts';
import { editionAt } from './brief-calls.ts';
import { type BriefDraft, draftOf, isReady, NEW_BRIEF, requestOf, toggled } from './brief-draft.ts';

const draft: BriefDraft = {
  ...NEW_BRIEF,
  title: ' Bản tin tuần ',
  boards: ['overview', 'cameras'],
  unit: '718',
  asOf: '2023-12-29T16:00',
  classMark: 'Nội bộ',
  on: 'first-working-day-of-week',
  emails: 'a@tinh.gov.vn, b@tinh.gov.vn;',
};

describe('a brief in its form', () => {
  it('asks for its scenes in their order about the unit, frozen at its instant', () => {
    const request = requestOf(draft, 'ban-tin', 'vi');
    expect(Check(BriefExport, request)).toBe(true);
    expect(request).toEqual({
      id: 'ban-tin',
      title: 'Bản tin tuần',
      language: 'vi',
      scenes: [
        { board: 'overview', unit: '718' },
        { board: 'cameras', unit: '718' },
      ],
      charts: [],
      asOf: '2023-12-29T16:00:00+07:00',
      classMark: 'Nội bộ',
      schedule: { on: 'first-working-day-of-week', at: '07:30' },
      emails: ['a@tinh.gov.vn', 'b@tinh.gov.vn'],
    });
  });
  it('leaves out what it does not say', () => {
    const request = requestOf({ ...NEW_BRIEF, title: 'A', boards: ['overview'] }, 'a', 'en');
    expect(Object.keys(request)).toEqual(['id', 'title', 'language', 'scenes', 'charts']);
    expect(request.scenes).toEqual([{ board: 'overview' }]);
  });
  it('needs a title and something to show', () => {
    expect(isReady(draft)).toBe(true);
    expect(isReady({ ...draft, title: ' ' })).toBe(false);
    expect(isReady({ ...draft, boards: [] })).toBe(false);
  });
  it('begins its next edition as the last one was, but of now', () => {
    const body = { request: requestOf(draft, 'ban-tin', 'vi') };
    expect(draftOf({ body })).toEqual({
      ...draft,
      id: 'ban-tin',
      title: 'Bản tin tuần',
      asOf: '',
      emails: 'a@tinh.gov.vn, b@tinh.gov.vn',
    });
    expect(draftOf({ body: { request: 7 } })).toBeNull();
  });
  it('takes scenes in at the end and out wherever they stand', () => {
    const same = (a: string, b: string) => a === b;
    expect(toggled(['a', 'b'], 'c', same)).toEqual(['a', 'b', 'c']);
    expect(toggled(['a', 'b', 'c'], 'b', same)).toEqual(['a', 'c']);
  });
});

it('an edition is known by where its file can be had again', () => {
  expect(editionAt('/api/v1/exports/brief/tuan-1/12?format=pdf')).toEqual({
    id: 'tuan-1',
    version: 12,
  });
  for (const none of ['', '/api/v1/exports/chart', '/api/v1/exports/brief/tuan/x'])
    expect(editionAt(none)).toBeNull();
});
