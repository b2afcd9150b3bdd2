import { type FormEvent, useState } from 'react';
import type { HandedItem, Offer, ShiftLog } from '../../../shared/duty/shift.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { useDesk } from '../desk-context.ts';
import { FaultLine } from '../duty/fault-line.tsx';
import { useDeed } from '../duty/use-deed.ts';
import { Dialog } from '../form/dialog.tsx';
import { HandedItems } from './handed-items.tsx';
import { SHIFT_WORDS } from './shift-words.ts';

interface SignFormProps {
  readonly deed: 'offer' | 'take' | 'relieve';
  readonly log: ShiftLog;
  /** Open now; what was offered has its own list. */
  readonly items: readonly HandedItem[];
  readonly onClose: () => void;
}

/** What is signed, in full, above the button that signs it. */
export function SignForm({ deed, log, items, onClose }: SignFormProps) {
  const words = SHIFT_WORDS[useDesk().language];
  const { isBusy, fault, send } = useDeed();
  // What is being read stays, also when somebody changes it meanwhile: the server then refuses the signature.
  const [read] = useState(log);
  const offer = read.shifts[0]?.offer ?? null;
  const sign = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get('text') ?? '').trim();
    const digest = deed === 'take' && offer ? { digest: offer.digest } : {};
    const body = { deed, seq: read.seq, text, ...digest };
    if (await send(`/api/v1/shifts/${read.unit}/deeds`, body)) onClose();
  };
  const labels = { offer: words.summary, take: words.takeText, relieve: words.reason };
  const buttons = { offer: words.offerSign, take: words.takeSign, relieve: words.relieve };
  return (
    <Dialog title={words[deed]} onClose={onClose} className="duty-dialog">
      <form className="duty-form" onSubmit={(event) => void sign(event)}>
        {deed === 'offer' && <p>{words.offerLead}</p>}
        {deed === 'relieve' && <p>{words.relieveLead}</p>}
        {deed === 'take' && offer && <Offered offer={offer} />}
        <label>
          {labels[deed]}
          <textarea name="text" required={deed === 'relieve'} maxLength={8000} data-first />
        </label>
        {deed === 'offer' && <HandedItems items={items} />}
        <FaultLine text={fault} />
        <div className="duty-buttons">
          <button type="submit" className="action" data-main="true" disabled={isBusy}>
            {buttons[deed]}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function Offered({ offer }: { offer: Offer }) {
  const words = SHIFT_WORDS[useDesk().language];
  return (
    <div>
      <p>{words.takeLead(offer.by, formatDateTime(offer.at))}</p>
      {offer.summary && <p className="duty-entry-text">{offer.summary}</p>}
      <p className="duty-quiet">
        {words.digest} {offer.digest.slice(0, 12)}
      </p>
      <HandedItems items={offer.items} />
    </div>
  );
}
