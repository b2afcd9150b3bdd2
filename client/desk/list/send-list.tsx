import { type FormEvent, useState } from 'react';
import type { ListExport } from '../../../shared/export/export-request.ts';
import type { ListMail, ListMailTerms, QueuedListMail } from '../../../shared/export/list-mail.ts';
import { isAllowedAddress } from '../../../shared/notice/mail-address.ts';
import { formatInteger } from '../../../shared/unit/format.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { addressOf } from '../place.ts';
import { PlaceLink } from '../place-link.tsx';
import { useAsked } from '../use-asked.ts';
import { SEND_WORDS } from './send-words.ts';
import '../form/form.css';
import '../duty/duty.css';

const PATH = '/api/v1/exports/list/mail';
const FORMATS = ['xlsx', 'csv', 'pdf'] as const;

interface SendListProps {
  readonly file: ListExport;
  /** Dossiers in it; null while they are counted. */
  readonly total: number | null;
}

/** A button that mails the list, and says why where it cannot. */
export function SendList({ file, total }: SendListProps) {
  const words = SEND_WORDS[useDesk().language];
  const [isOpen, setOpen] = useState(false);
  const { value: terms } = useAsked<ListMailTerms>(PATH);
  const reason = terms?.fault ? `${words.noMail} (${terms.fault.code})` : undefined;
  return (
    <>
      <button
        type="button"
        className="action"
        disabled={!terms || !total}
        aria-disabled={reason !== undefined}
        title={reason}
        onClick={() => setOpen(true)}
      >
        {words.send}
      </button>
      {isOpen && terms && (
        <SendDialog
          {...{ file, terms }}
          total={total ?? 0}
          reason={reason}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface SendDialogProps {
  readonly file: ListExport;
  readonly total: number;
  readonly terms: ListMailTerms;
  /** Why nothing can be mailed. */
  readonly reason: string | undefined;
  readonly onClose: () => void;
}

function SendDialog({ file, total, terms, reason, onClose }: SendDialogProps) {
  const words = SEND_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  const [wrong, setWrong] = useState<string | null>(null);
  const [queued, setQueued] = useState<QueuedListMail | null>(null);
  const mail = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const emails = addressesIn(String(given.get('emails') ?? ''));
    const refused = emails.filter((each) => !isAllowedAddress(each, terms.allowed));
    if (emails.length > terms.mostAddresses) return setWrong(words.most(terms.mostAddresses));
    if (refused.length > 0) return setWrong(words.notAllowed(refused.join(', ')));
    setWrong(null);
    const note = String(given.get('note') ?? '').trim();
    const format = FORMATS.find((each) => each === given.get('format')) ?? 'xlsx';
    const body: ListMail = { ...file, format, emails, ...(note && { note }) };
    setQueued((await send<QueuedListMail>(PATH, body)) ?? null);
  };
  return (
    <Dialog title={words.title} onClose={onClose} className="duty-dialog">
      {queued ? (
        <Queued queued={queued} />
      ) : (
        <form className="duty-form" onSubmit={(event) => void mail(event)}>
          <WhatGoes {...{ file, total, terms }} />
          <Fields terms={terms} />
          <FaultLine text={reason ?? wrong ?? fault} />
          <div className="duty-buttons">
            <button
              type="submit"
              className="action"
              data-main="true"
              disabled={isBusy || reason !== undefined || total === 0}
            >
              {isBusy ? words.sending : words.send}
            </button>
          </div>
        </form>
      )}
    </Dialog>
  );
}

function Fields({ terms: { allowed, mostAddresses } }: { terms: ListMailTerms }) {
  const words = SEND_WORDS[useDesk().language];
  const [first] = FORMATS;
  return (
    <>
      <label>
        {words.to(mostAddresses)}
        <input name="emails" className="field-input" type="email" multiple required data-first />
      </label>
      {allowed.length > 0 && <p className="duty-quiet">{words.allowed(allowed.join(', '))}</p>}
      <label>
        {words.format}
        <select name="format" className="field-input" defaultValue={first}>
          {FORMATS.map((format) => (
            <option key={format} value={format}>
              {format.toUpperCase()}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.note}
        <textarea name="note" maxLength={2000} rows={3} />
      </label>
    </>
  );
}

/** What leaves the house, said before it does. */
function WhatGoes({ file, total, terms }: Omit<SendDialogProps, 'reason' | 'onClose'>) {
  const { language } = useDesk();
  const words = SEND_WORDS[language];
  const columns = terms.columns[language];
  return (
    <dl className="duty-facts">
      <dt>{words.list}</dt>
      <dd>
        {file.title}, <b>{words.rows(formatInteger(total, language))}</b>
      </dd>
      <dt>{words.columns(columns.length)}</dt>
      <dd className="duty-quiet">{columns.join(', ')}</dd>
      <dt>{words.mark}</dt>
      <dd>
        {words.internal}. {words.noPersons}
      </dd>
    </dl>
  );
}

function Queued({ queued: { addresses, rows, file } }: { queued: QueuedListMail }) {
  const { language } = useDesk();
  const words = SEND_WORDS[language];
  const said = (count: number) => formatInteger(count, language);
  return (
    <div className="duty-form">
      <p role="status">{words.queued(said(rows), said(addresses))}</p>
      <p className="duty-quiet">{file}</p>
      <p>
        <PlaceLink href={addressOf('deliveries', {})}>{words.follow}</PlaceLink>
      </p>
    </div>
  );
}

/** What stands between commas, each once. */
function addressesIn(text: string): string[] {
  const found = text.split(',').map((each) => each.trim());
  return [...new Set(found)].filter((each) => each !== '');
}
