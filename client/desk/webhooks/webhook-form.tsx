import { type FormEvent, useState } from 'react';
import {
  type AddedWebhook,
  type NewWebhook,
  NOTICE_TOPICS,
} from '../../../shared/notice/notice.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { WEBHOOKS_WORDS } from './webhooks-words.ts';

/** Adds a webhook and shows its secret, once. */
export function WebhookForm({ onClose }: { onClose: () => void }) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [added, setAdded] = useState<AddedWebhook | null>(null);
  const add = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const wanted: NewWebhook = {
      url: String(given.get('url') ?? '').trim(),
      topics: given.getAll('topic').map(String),
    };
    setAdded((await send<AddedWebhook>('/api/v1/webhooks', wanted)) ?? null);
  };
  if (added) return <Added added={added} onClose={onClose} />;
  return (
    <Dialog title={words.add} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void add(event)}>
        <label>
          {words.columns.url}
          <input
            name="url"
            type="url"
            pattern="https?://.+"
            placeholder="https://"
            className="field-input"
            required
            maxLength={500}
            data-first
          />
        </label>
        <fieldset>
          <legend>{words.columns.topics}</legend>
          {NOTICE_TOPICS.map((topic) => (
            <span key={topic} className="duty-mark">
              <input type="checkbox" name="topic" value={topic} id={`topic-${topic}`} />
              <label htmlFor={`topic-${topic}`}>{words.topics[topic]}</label>
            </span>
          ))}
        </fieldset>
        <p className="duty-quiet">{words.topicsHint}</p>
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {words.add}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Added({ added, onClose }: { added: AddedWebhook; onClose: () => void }) {
  const words = WEBHOOKS_WORDS[useDesk().language];
  return (
    <Dialog title={words.added(added.webhook.url)} onClose={onClose} className="duty-dialog">
      <div className="duty-form">
        <p>{words.secret}</p>
        <p className="duty-token">{added.secret}</p>
        <p className="duty-quiet">{words.warn}</p>
      </div>
    </Dialog>
  );
}
