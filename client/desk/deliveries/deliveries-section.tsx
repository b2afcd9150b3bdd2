import { useMemo, useState } from 'react';
import type { Delivery } from '../../../shared/notice/notice.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { useTopic } from '../duty/use-topic.ts';
import { Dialog } from '../form/dialog.tsx';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { DELIVERIES_WORDS } from './deliveries-words.ts';
import { DeliveryState } from './delivery-state.tsx';
import '../form/form.css';
import '../duty/duty.css';

const NONE: readonly Delivery[] = [];

/** Mails and webhooks on their way out; those given up come first, and can be sent again. */
export function DeliveriesSection() {
  const { language } = useDesk();
  const words = DELIVERIES_WORDS[language];
  const [chosen, setChosen] = useState<Delivery | null>(null);
  const { value, failure } = useTopic<readonly Delivery[]>('/api/v1/deliveries', 'delivery');
  const list = value ?? NONE;
  const of = (state: Delivery['state']) =>
    formatInteger(list.filter((each) => each.state === state).length, language);
  const unread = failure ? `${words.failed} (${failure.code})` : words.reading;
  return (
    <>
      <SectionHead title={words.title} detail={value && words.count(of('dead'), of('waiting'))} />
      <DataTable
        label={words.title}
        columns={useColumns()}
        rows={useMemo(() => rowsOf(list), [list])}
        onOpen={setChosen}
        empty={value ? words.none : unread}
        hasFocus
      />
      {chosen?.state === 'dead' && <Resend delivery={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function useColumns(): readonly Column<Delivery>[] {
  const words = DELIVERIES_WORDS[useDesk().language];
  return useMemo(() => {
    const titles = words.columns;
    return [
      {
        id: 'state',
        title: titles.state,
        width: '170px',
        cell: (each) => <DeliveryState of={each} />,
      },
      { id: 'title', title: titles.title, width: 'minmax(180px, 1fr)', cell: ({ title }) => title },
      {
        id: 'to',
        title: titles.to,
        width: '200px',
        cell: ({ channel, to }) => (channel === 'email' ? to : words.webhook),
      },
      {
        id: 'attempts',
        title: titles.attempts,
        width: '80px',
        align: 'end',
        cell: ({ attempts }) => attempts,
      },
      { id: 'at', title: titles.at, width: '150px', cell: ({ at }) => formatDateTime(at) },
      {
        id: 'fault',
        title: titles.fault,
        width: 'minmax(160px, 1fr)',
        cell: ({ fault }) => fault ?? '',
      },
    ];
  }, [words]);
}

function Resend({ delivery, onClose }: { delivery: Delivery; onClose: () => void }) {
  const words = DELIVERIES_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const resend = async () => {
    if (await send<Delivery>(`/api/v1/deliveries/${delivery.id}/resend`, undefined)) onClose();
  };
  return (
    <Dialog title={delivery.title} onClose={onClose} className="duty-dialog">
      <div className="duty-form">
        <p>{words.resendAsk}</p>
        <p className="duty-quiet">{delivery.fault}</p>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="button" className="action" disabled={isBusy} onClick={() => void resend()}>
            {words.resend}
          </button>
        </div>
      </div>
    </Dialog>
  );
}
