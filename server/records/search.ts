import { MIN_CODE_PART, type SearchHit } from '../../shared/record/search.ts';
import { localDayOf } from '../../shared/unit/local-day.ts';
import { findCodes } from './code-finder.ts';
import { bordersNow, isInScope, type RecordContext } from './context.ts';
import type { NameIndex } from './name-index.ts';
import { recordRow } from './record-row.ts';
import { seriesWithin } from './series-within.ts';
import type { Turns } from './slices.ts';

/** Units, sites, cameras, procedures by name or code without accents, and dossiers by their codes, within the asker's scope. */
export async function search(
  query: string,
  limit: number,
  names: NameIndex,
  context: RecordContext,
  turns: Turns,
): Promise<readonly SearchHit[]> {
  const text = query.trim();
  if (text === '') return [];
  const borders = bordersNow(context);
  const isSeen = ({ unit, code, kind }: SearchHit) =>
    kind === 'procedure' || isInScope(kind === 'unit' ? code : unit, context, borders);
  const named = names.find(text, borders, context.view, limit, isSeen);
  return [...named, ...(await dossiersWith(text, limit, context, turns))];
}

/** The whole code first, then those that begin with the text, then those that hold it; newest first. */
async function dossiersWith(
  text: string,
  limit: number,
  context: RecordContext,
  turns: Turns,
): Promise<SearchHit[]> {
  if (text.length < MIN_CODE_PART || /\s/.test(text)) return [];
  const { dossierRows, dossiers } = context.view;
  const borders = bordersNow(context);
  const seesAll = context.scope.includes(context.territory.root);
  const inScope = context.scope.map((unit) => seriesWithin(dossiers, borders, unit, {}));
  const today = localDayOf(context.now);
  const isWanted = (record: number) => {
    const series = dossierRows.key(record, 'series', today);
    return seesAll || inScope.some((each) => each[series] === 1);
  };
  const agencies = dossiers.dictionary(dossiers.dimensions.indexOf('agency'));
  const whole = agencies.flatMap((agency) => dossierRows.find(agency, text) ?? []).filter(isWanted);
  const found =
    whole.length > 0
      ? { beginning: [], inside: [] }
      : await findCodes(dossierRows.codes, text, limit, isWanted, turns);
  const records = [...new Set([...whole, ...found.beginning, ...found.inside])].slice(0, limit);
  return records.map((record) => {
    const { agency, code, unit } = recordRow(record, context);
    return { kind: 'dossier', code, name: code, unit, agency };
  });
}
