import { describe, expect, it } from 'vitest';
import { historyOf, withStep } from '../../../shared/board/edit/history.ts';
import { SAMPLE } from '../../../shared/board/edit/sample-board.ts';
import { beginBoard, draftOf, dropDraft, keepDraft } from './drafts.ts';

const renamed = { ...SAMPLE, title: { vi: 'Khác', en: 'Other' } };

describe('unsaved work on a board', () => {
  it('is there again when the board is opened again, with what it was made from', () => {
    const history = withStep(historyOf(SAMPLE), renamed, null);
    keepDraft({ history, saved: { version: 3, board: SAMPLE } });
    expect(draftOf(SAMPLE.id)).toEqual({ history, saved: { version: 3, board: SAMPLE } });
    dropDraft(SAMPLE.id);
    expect(draftOf(SAMPLE.id)).toBeUndefined();
  });
  it('is none once all of it was saved, so that a newer version of somebody else is shown', () => {
    const history = withStep(historyOf(SAMPLE), renamed, null);
    keepDraft({ history, saved: { version: 4, board: renamed } });
    expect(draftOf(SAMPLE.id)).toBeUndefined();
    dropDraft(SAMPLE.id);
  });
  it('takes a board from a file in as one step', () => {
    beginBoard(SAMPLE);
    beginBoard(renamed);
    expect(draftOf(SAMPLE.id)?.history).toMatchObject({ past: [SAMPLE], present: renamed });
    dropDraft(SAMPLE.id);
  });
});
