import { describe, expect, it } from 'vitest';
import { COMMON_MEASURES } from '../../../shared/measure/catalogue.ts';
import { groupMeasures } from './measure-groups.ts';

const idsOf = (search: string) =>
  groupMeasures(COMMON_MEASURES, search).flatMap(({ measures }) => measures.map(({ id }) => id));

describe('the catalogue of measures', () => {
  it('shows every measure once while nothing is searched', () => {
    expect(idsOf(' ').toSorted()).toEqual(COMMON_MEASURES.map(({ id }) => id).toSorted());
  });
  it('is searched without accents, by parts of words in any order', () => {
    expect(idsOf('dung han')).toContain('dossier.onTimeRate');
    expect(idsOf('HAN dung tiep nhan')).toContain('dossier.onTimeOfReceived');
    expect(idsOf('mất kết nối')).toEqual(idsOf('mat ket noi'));
  });
  it('is searched by formula and by id, and in English', () => {
    expect(idsOf('F4')).toContain('dossier.onTimeOfReleased');
    expect(idsOf('on-time rate')).toContain('dossier.onTimeRate');
    expect(idsOf('dossier.received')).toContain('dossier.received');
  });
  it('shows those first whose own name matches', () => {
    expect(idsOf('ty le dung han da giai quyet')[0]).toBe('dossier.onTimeRate');
  });
  it('finds nothing for what no measure is called', () => {
    expect(groupMeasures(COMMON_MEASURES, 'zzz qqq')).toEqual([]);
  });
});
