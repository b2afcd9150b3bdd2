import type { RecordFilter } from '../../../shared/record/records.ts';
import { addressOf } from '../place.ts';

/** The list of what a cell of the radar counts; `key` is the row's unit or field, '' for all. */
export function listAddress(
  at: { readonly unit: string; readonly by: 'unit' | 'field'; readonly key: string },
  filter: Pick<RecordFilter, 'state' | 'dueInHours' | 'withoutApology' | 'dueFrom' | 'dueTo'>,
): string {
  const { unit, by, key } = at;
  const texts = Object.entries(filter).map(([name, value]) => [name, String(value)]);
  return addressOf('list', {
    unit: by === 'unit' && key !== '' ? key : unit,
    // The unit's own row stands for what no unit below it does.
    onlyUnit: by === 'unit' && key === unit ? 'true' : null,
    field: by === 'field' && key !== '' ? key : null,
    ...Object.fromEntries(texts),
  });
}
