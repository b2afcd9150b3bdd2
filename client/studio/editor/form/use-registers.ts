import { useMemo } from 'react';
import { choiceWord } from '../../../../shared/board/edit/setting-words.ts';
import type { Register } from '../../../../shared/board/form/field.ts';
import { QueryDimension } from '../../../../shared/query/query.ts';
import { useTileSurroundings } from '../../../tile/tile-context.ts';
import { useStudio } from '../../studio-context.ts';
import type { Entry, Form } from './form-context.ts';

/** The province's registers as fields suggest them, and what new settings begin with. */
export function useRegisters(layers: readonly string[]): Pick<Form, 'blanks' | 'entriesOf'> {
  const { language, names, pack, root } = useTileSurroundings();
  const { catalogue } = useStudio();
  return useMemo(() => {
    const entries: Readonly<Record<Register, readonly Entry[]>> = {
      measure: [...catalogue.measures.values()].map(({ id, name }) => ({
        code: id,
        name: name[language],
      })),
      unit: [...(names.get('unit') ?? [])].map(([code, name]) => ({ code, name: name[language] })),
      figure: [...catalogue.published.values()].map(({ id, statement }) => ({
        code: id,
        name: statement[language],
      })),
      boundaries: layers.map((code) => ({ code, name: code })),
      dimension: QueryDimension.enum.map((code) => ({ code, name: choiceWord(code)[language] })),
      programme: pack.programmes.map(({ code, name }) => ({ code, name: name[language] })),
    };
    const entriesOf = (register: Register) => entries[register];
    return {
      entriesOf,
      blanks: {
        text: { vi: 'Nhãn mới', en: 'New label' },
        day: '2026-01-01',
        codeOf: (register: Register) => (register === 'unit' ? root : entriesOf(register)[0]?.code),
      },
    };
  }, [language, names, pack, root, catalogue, layers]);
}
