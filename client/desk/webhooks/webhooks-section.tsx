import { useMemo, useState } from 'react';
import type { Delivery, Webhook } from '../../../shared/notice/notice.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { DeliveryState } from '../deliveries/delivery-state.tsx';
import { useDesk } from '../desk-context.ts';
import { useTopic } from '../duty/use-topic.ts';
import { SectionHead } from '../section-head.tsx';
import { type Column, rowsOf } from '../table/column.ts';
import { DataTable } from '../table/data-table.tsx';
import { WebhookDialog } from './webhook-dialog.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { WEBHOOKS_WORDS } from './webhooks-words.ts';
import '../form/form.css';
import '../duty/duty.css';

const NO_HOOKS: readonly Webhook[] = [];
const NO_DELIVERIES: readonly Delivery[] = [];

/** Where signed messages go; the administrator adds, tests, turns off and removes them here. */
export function WebhooksSection() {
  const words = WEBHOOKS_WORDS[useDesk().language];
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const asked = useTopic<readonly Webhook[]>('/api/v1/webhooks', 'webhook');
  const told = useTopic<readonly Delivery[]>('/api/v1/deliveries', 'delivery');
  const hooks = asked.value ?? NO_HOOKS;
  const deliveries = told.value ?? NO_DELIVERIES;
  const hook = hooks.find(({ id }) => id === chosen);
  const unread = asked.failure ? `${words.failed} (${asked.failure.code})` : words.reading;
  return (
    <>
      <SectionHead title={words.title} detail={words.lead}>
        <button type="button" className="action" data-main="true" onClick={() => setAdding(true)}>
          {words.add}
        </button>
      </SectionHead>
      <DataTable
        label={words.title}
        columns={useColumns(deliveries)}
        rows={useMemo(() => rowsOf(hooks), [hooks])}
        onOpen={({ id }) => setChosen(id)}
        empty={asked.value ? words.none : unread}
        hasFocus
      />
      {isAdding && <WebhookForm onClose={() => setAdding(false)} />}
      {hook && (
        <WebhookDialog
          hook={hook}
          deliveries={deliveries.filter(({ to }) => to === hook.id)}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

function useColumns(deliveries: readonly Delivery[]): readonly Column<Webhook>[] {
  const words = WEBHOOKS_WORDS[useDesk().language];
  return useMemo(() => {
    const titles = words.columns;
    return [
      { id: 'url', title: titles.url, width: 'minmax(220px, 1fr)', cell: ({ url }) => url },
      { id: 'topics', title: titles.topics, width: '300px', cell: topicsText(words) },
      {
        id: 'state',
        title: titles.state,
        width: '110px',
        cell: ({ isOn }) => (isOn ? words.on : words.off),
      },
      {
        id: 'sent',
        title: titles.sent,
        width: '170px',
        cell: ({ id }) => <Newest delivery={newestOf(deliveries, id)} />,
      },
      {
        id: 'added',
        title: titles.added,
        width: '150px',
        cell: ({ addedAt }) => formatDateTime(addedAt),
      },
    ];
  }, [words, deliveries]);
}

type Words = (typeof WEBHOOKS_WORDS)['vi' | 'en'];

function topicsText({ topics: names, all }: Words) {
  const named: Readonly<Record<string, string>> = names;
  return ({ topics }: Webhook) => topics.map((topic) => named[topic] ?? topic).join(', ') || all;
}

function newestOf(deliveries: readonly Delivery[], hook: string): Delivery | undefined {
  const own = deliveries.filter(({ to }) => to === hook);
  return own.reduce<Delivery | undefined>(
    (newest, each) => (newest && newest.queuedAt >= each.queuedAt ? newest : each),
    undefined,
  );
}

function Newest({ delivery }: { delivery: Delivery | undefined }) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  return delivery ? <DeliveryState of={delivery} /> : words.never;
}
