import { lazy, Suspense, useMemo } from 'react';
import { formatPeriod } from '../../../shared/unit/format-time.ts';
import { nameOf } from '../../../shared/words/names.ts';
import { goToAddress } from '../../ui/address.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { Segments, Select } from '../form/choice.tsx';
import { SectionHead } from '../section-head.tsx';
import { rowsOf, type Sort, sortOfText, sortText } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { changePlace, usePlace } from '../use-place.ts';
import { periodOf, periodOptions, USUAL_PERIOD } from './periods.ts';
import { strongestPull } from './pull.ts';
import { restName, SPLIT_NAMES, type Split, splitsOf } from './split.ts';
import { useUnitColumns } from './unit-columns.tsx';
import { type Counted, type ListAsk, listAddress } from './unit-links.ts';
import { sortRows, type UnitRow } from './unit-rows.ts';
import { UnitsSummary } from './units-summary.tsx';
import { UNITS_WORDS } from './units-words.ts';
import { type UnitFigures, useUnitFigures } from './use-unit-figures.ts';
import '../map/desk-map.css';
import './units.css';

/** What a map needs is loaded by whoever wants one. */
const UnitsMap = lazy(() =>
  import('./units-map.tsx').then(({ UnitsMap }) => ({ default: UnitsMap })),
);

const USUAL_SORT: Sort = { by: 'pull', direction: 'ascending' };

/** A unit and its parts: what came in, what is open, and who moves the on-time rate. */
export function UnitsSection() {
  const desk = useDesk();
  const { unit, language } = desk;
  const place = usePlace();
  const splits = splitsOf(desk.borders, unit);
  const split = splits.find((each) => each === place.get('rows')) ?? splits[0] ?? 'field';
  const period = periodOf(place.get('period'));
  const figures = useUnitFigures({
    unit,
    split,
    period,
    field: place.get('field'),
    restName: restName(split, desk.borders, unit, language),
  });
  return (
    <>
      <SectionHead title={unitName(desk, unit)} detail={detailOf(figures, language)}>
        <UnitsTools split={split} splits={splits} period={period} />
      </SectionHead>
      <UnitsTable figures={figures} split={split} />
    </>
  );
}

function detailOf({ period }: UnitFigures, language: 'vi' | 'en'): string {
  const words = UNITS_WORDS[language];
  if (period === null) return words.opening;
  return `${formatPeriod(period, language)} · ${words.open}, ${words.due}, ${words.openLate}: ${words.now}`;
}

interface UnitsToolsProps {
  readonly split: Split;
  readonly splits: readonly Split[];
  readonly period: string;
}

function UnitsTools({ split, splits, period }: UnitsToolsProps) {
  const { language, pack, names } = useDesk();
  const place = usePlace();
  const field = place.get('field') ?? '';
  const hasMap = place.get('map') === '1';
  const words = UNITS_WORDS[language];
  const fields = [
    { value: '', text: words.allFields },
    ...pack.fields.map(({ code }) => ({
      value: code,
      text: nameOf(names, 'field', code, language),
    })),
  ];
  return (
    <>
      <Segments
        label={words.split}
        options={splits.map((value) => ({ value, text: SPLIT_NAMES[language][value] }))}
        value={split}
        onChange={(rows) => changePlace({ rows: rows === splits[0] ? null : rows })}
      />
      <Select
        label={words.field}
        options={fields}
        value={field}
        onChange={(value) => changePlace({ field: value || null })}
      />
      <Select
        label={words.period}
        options={periodOptions(language)}
        value={period}
        onChange={(value) => changePlace({ period: value === USUAL_PERIOD ? null : value })}
      />
      {(split === 'district' || split === 'commune') && (
        <button
          type="button"
          className="action"
          aria-pressed={hasMap}
          onClick={() => changePlace({ map: hasMap ? null : '1' }, 'replace')}
        >
          {words.map}
        </button>
      )}
    </>
  );
}

function UnitsTable({ figures, split }: { figures: UnitFigures; split: Split }) {
  const desk = useDesk();
  const place = usePlace();
  const words = UNITS_WORDS[desk.language];
  const sort = sortOfText(place.get('sort')) ?? USUAL_SORT;
  const sorted = useSorted(figures.rows, sort);
  const pulls = sorted.map(({ pull }) => pull);
  const strongest = strongestPull(pulls);
  const top = strongest ? sorted[strongest.index] : undefined;
  const ask = useListAsk(split, figures.period);
  const hasMap = split !== 'field' && split !== 'department' && place.get('map') === '1';
  const columns = useUnitColumns({
    what: SPLIT_NAMES[desk.language][split],
    ask,
    isNarrow: hasMap,
    strongestCode: top?.code,
    isNotable: strongest?.isNotable === true,
    widest: Math.max(...pulls.map((pull) => Math.abs(pull ?? 0)), 0),
  });
  const toList = (counted: Counted) => (row: UnitRow) =>
    (row.code !== null || split !== 'field') && goToAddress(listAddress(ask, row.code, counted));
  return (
    <>
      <UnitsSummary figures={figures} strongest={strongest} strongestName={top?.name ?? ''} />
      <div className="desk-with-map" data-map={hasMap}>
        <DataTable
          label={`${SPLIT_NAMES[desk.language][split]}, ${unitName(desk, desk.unit)}`}
          columns={columns}
          rows={useMemo(() => rowsOf(sorted), [sorted])}
          sort={sort}
          onSort={(next) => changePlace({ sort: sortText(next) }, 'replace')}
          onOpen={(row) =>
            (split === 'field' || row.code === null ? toList('open') : openUnit)(row)
          }
          rowKeys={{ d: toList('open'), h: toList('late') }}
          empty={figures.refusal ? `${words.refused} (${figures.refusal})` : words.none}
          isOld={figures.isWaiting}
          listKey={`${desk.unit}/${split}`}
          hasFocus
        />
        {hasMap && (
          <Suspense fallback={null}>
            <UnitsMap query={figures.flowQuery} />
          </Suspense>
        )}
      </div>
      <UnitsKeys isByField={split === 'field'} />
    </>
  );
}

function openUnit({ code }: UnitRow): void {
  if (code !== null) changePlace({ unit: code, rows: null, sort: null });
}

function useListAsk(split: Split, period: string | null): ListAsk {
  const { unit, top, borders } = useDesk();
  const field = usePlace().get('field');
  const isOfDistrict = borders.unit(unit)?.level === 'district';
  return useMemo(
    () => ({ unit, top, split, field, period, isOfDistrict }),
    [unit, top, split, field, period, isOfDistrict],
  );
}

/** What keys do with the active row. */
function UnitsKeys({ isByField }: { isByField: boolean }) {
  const words = UNITS_WORDS[useDesk().language];
  return (
    <p className="units-keys">
      <kbd>Enter</kbd> {isByField ? words.keyOpen : words.keyUnit}
      <kbd>D</kbd> {words.keyOpen}
      <kbd>H</kbd> {words.keyLate}
    </p>
  );
}

function useSorted(rows: readonly UnitRow[], { by, direction }: Sort): readonly UnitRow[] {
  return useMemo(() => sortRows(rows, { by, direction }), [rows, by, direction]);
}
