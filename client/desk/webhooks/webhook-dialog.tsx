import { useState } from 'react';
import type { Delivery, Webhook, WebhookDeed } from '../../../shared/notice/notice.ts';
import { formatDate, formatDateTime, formatTime } from '../../../shared/unit/format-time.ts';
import { DeliveryState } from '../deliveries/delivery-state.tsx';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { WEBHOOKS_WORDS } from './webhooks-words.ts';

interface WebhookDialogProps {
  readonly hook: Webhook;
  /** Those to it: given up, waiting, then sent. */
  readonly deliveries: readonly Delivery[];
  readonly onClose: () => void;
}

/** One webhook: what can be done to it, and what became of its messages. */
export function WebhookDialog({ hook, deliveries, onClose }: WebhookDialogProps) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  return (
    <Dialog title={hook.url} onClose={onClose} className="duty-dialog">
      <div className="duty-form">
        <dl className="duty-facts">
          <dt>{words.columns.state}</dt>
          <dd>{hook.isOn ? words.on : words.off}</dd>
          <dt>{words.by}</dt>
          <dd>
            {hook.addedBy}, {formatDateTime(hook.addedAt)}
          </dd>
        </dl>
        <Deeds {...{ hook, isBusy, send, onClose }} />
        <FaultLine text={fault} />
        <h3>{words.deliveries}</h3>
        <Deliveries {...{ deliveries, isBusy, send }} />
      </div>
    </Dialog>
  );
}

type Doing = Pick<ReturnType<typeof useDeed>, 'isBusy' | 'send'>;

function Deeds({ hook, isBusy, send, onClose }: Doing & Omit<WebhookDialogProps, 'deliveries'>) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  const [isSure, setSure] = useState(false);
  const [isTested, setTested] = useState(false);
  const path = `/api/v1/webhooks/${hook.id}`;
  const act = async (deed: WebhookDeed['deed']) => {
    const done = await send<Webhook>(`${path}/deeds`, { deed });
    setTested(done !== undefined && deed === 'test');
  };
  const remove = async () => {
    if (!isSure) return setSure(true);
    if (await send<Webhook>(path, undefined, 'DELETE')) onClose();
  };
  return (
    <>
      <div className="duty-buttons">
        <button
          type="button"
          className="action"
          disabled={isBusy}
          onClick={() => act('test')}
          data-first
        >
          {words.test}
        </button>
        <button
          type="button"
          className="action"
          disabled={isBusy}
          onClick={() => act(hook.isOn ? 'switch-off' : 'switch-on')}
        >
          {hook.isOn ? words.switchOff : words.switchOn}
        </button>
        <button type="button" className="action" disabled={isBusy} onClick={() => remove()}>
          {isSure ? words.removeSure : words.remove}
        </button>
      </div>
      <p role="status" className="duty-quiet">
        {isTested && words.tested}
      </p>
    </>
  );
}

/** So many fit without scrolling far; all of them are among the messages out. */
const SHOWN = 8;

function Deliveries({ deliveries, isBusy, send }: Doing & Pick<WebhookDialogProps, 'deliveries'>) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  if (deliveries.length === 0) return <p className="duty-quiet">{words.never}</p>;
  return (
    <ol className="duty-entries">
      {deliveries.slice(0, SHOWN).map((delivery) => (
        <li key={delivery.id}>
          <time dateTime={new Date(delivery.at).toISOString()}>
            {formatTime(delivery.at)}
            <small>{formatDate(delivery.at)}</small>
          </time>
          <div>
            <p className="duty-entry-head">
              <DeliveryState of={delivery} /> <span>{delivery.title}</span>
            </p>
            {delivery.fault && <p className="duty-entry-text">{delivery.fault}</p>}
            {delivery.state === 'dead' && (
              <button
                type="button"
                className="action"
                disabled={isBusy}
                onClick={() => send(`/api/v1/deliveries/${delivery.id}/resend`, undefined)}
              >
                {words.resend}
              </button>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
