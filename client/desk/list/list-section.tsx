import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { RecordRow, RecordsAnswer } from '../../../shared/record/records.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatTime } from '../../../shared/unit/format-time.ts';
import { goToAddress } from '../../ui/address.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { SectionHead } from '../section-head.tsx';
import { sortText } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { type PagedRows, type PageRange, usePages } from '../table/use-pages.ts';
import { changePlace, usePlace } from '../use-place.ts';
import { CopyLink } from './copy-link.tsx';
import { recordAddress, useDossierColumns } from './dossier-columns.tsx';
import { listFile } from './list-file.ts';
import { listQuery, sortOf, stateOf } from './list-filter.ts';
import { ListTools } from './list-tools.tsx';
import { LIST_WORDS } from './list-words.ts';
import { SaveList } from './save-list.tsx';
import { SendList } from './send-list.tsx';
import './list.css';

/** Single dossiers of a unit: any number of them, narrowed and sorted on the server. */
export function ListSection() {
  const desk = useDesk();
  const place = usePlace();
  const words = LIST_WORDS[desk.language];
  const [version, setVersion] = useState(0);
  const { paged, asOf, listKey } = useDossiers(version);
  const state = stateOf(place);
  const title = `${words.states[state]} · ${unitName(desk, desk.unit)}`;
  const file = listFile(listQuery(desk.unit, place), title, desk.language, addressNow());
  const columns = useDossierColumns(/^(closed|resolved)/.test(state));
  return (
    <>
      <SectionHead title={title} detail={<Detail paged={paged} asOf={asOf} />}>
        <button type="button" className="action" onClick={() => setVersion((last) => last + 1)}>
          {words.refresh}
        </button>
        <SaveList file={file} isEmpty={paged.isOld || !paged.total} />
        <SendList file={file} total={paged.isOld ? null : paged.total} />
        <CopyLink />
      </SectionHead>
      <ListTools />
      <DataTable
        label={`${words.title}, ${words.states[state]}, ${unitName(desk, desk.unit)}`}
        columns={columns}
        rows={paged.rows}
        sort={sortOf(place)}
        onSort={(sort) => changePlace({ sort: sortText(sort) }, 'replace')}
        onOpen={(row: RecordRow) => goToAddress(recordAddress(row, desk))}
        empty={words.empty}
        isOld={paged.isOld || paged.total === null}
        listKey={listKey}
        hasFocus
      />
    </>
  );
}

const addressNow = () => `${location.pathname}${location.search}`;

function Detail({ paged, asOf }: { paged: PagedRows<RecordRow>; asOf: string | null }) {
  const { language } = useDesk();
  const words = LIST_WORDS[language];
  if (paged.failure)
    return (
      <span className="warn" role="alert">
        {words.failed} ({paged.failure.code})
      </span>
    );
  if (paged.total === null || asOf === null) return words.counting;
  const time = formatTime(Date.parse(asOf), true);
  return `${words.count(formatInteger(paged.total, language))} · ${words.asOf} ${time}`;
}

/** The rows of the list that the address asks for. */
function useDossiers(version: number) {
  const { server, unit } = useDesk();
  const place = usePlace();
  const listKey = useMemo(() => JSON.stringify(listQuery(unit, place)), [unit, place]);
  const [asOf, setAsOf] = useState<string | null>(null);
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const read = useCallback(
    async ({ offset, limit }: PageRange, signal: AbortSignal) => {
      const body = { ...JSON.parse(listKey), offset, limit };
      const answer = await server.json<RecordsAnswer>('/api/v1/records', { body, signal });
      if (isHere.current) setAsOf(answer.asOf);
      return answer;
    },
    [server, listKey],
  );
  return { paged: usePages<RecordRow>(read, version), asOf, listKey };
}
