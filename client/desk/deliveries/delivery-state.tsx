import type { Delivery } from '../../../shared/notice/notice.ts';
import { Shape } from '../../ui/shape.tsx';
import { useDesk } from '../desk-context.ts';
import { DELIVERIES_WORDS } from './deliveries-words.ts';

/** How a delivery stands; what was given up has a shape and a colour. */
export function DeliveryState({ of: { state } }: { of: Delivery }) {
  const text = DELIVERIES_WORDS[useDesk().language].states[state];
  if (state !== 'dead') return <span className="duty-mark">{text}</span>;
  return (
    <span className="duty-mark alarm">
      <Shape name="alarm" /> {text}
    </span>
  );
}
