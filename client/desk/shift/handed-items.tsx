import type { HandedItem } from '../../../shared/duty/shift.ts';
import { formatDateTime } from '../../../shared/unit/format-time.ts';
import { unitName, useDesk } from '../desk-context.ts';
import { SHIFT_WORDS } from './shift-words.ts';

const KINDS = ['alarm', 'task', 'incident'] as const;

/** What is open, or was when a hand-over was signed, by kind. */
export function HandedItems({ items }: { items: readonly HandedItem[] }) {
  const words = SHIFT_WORDS[useDesk().language];
  if (items.length === 0) return <p className="duty-quiet">{words.nothing}</p>;
  return KINDS.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return null;
    return (
      <section key={kind} className="duty-kind" aria-label={words.kinds[kind]}>
        <h3>
          {words.kinds[kind]} <span className="duty-quiet">{own.length}</span>
        </h3>
        <ul className="duty-items">
          {own.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </ul>
      </section>
    );
  });
}

function Item({ item }: { item: HandedItem }) {
  const desk = useDesk();
  const words = SHIFT_WORDS[desk.language];
  const { title, unit, since, due } = item;
  return (
    <li>
      <div>
        <p>{title}</p>
        <p className="duty-item-unit">{unitName(desk, unit)}</p>
      </div>
      <span>
        {due === null ? words.sinceItem(formatDateTime(since)) : words.dueItem(formatDateTime(due))}
      </span>
    </li>
  );
}
