import { useLanguage } from '../../ui/language.ts';
import './form.css';

export interface Chip {
  readonly id: string;
  /** `Lĩnh vực` */
  readonly label: string;
  /** `Đất đai` */
  readonly text: string;
}

interface FilterChipsProps {
  readonly chips: readonly Chip[];
  readonly onRemove: (id: string) => void;
}

/** What narrows a list, each with a way to take it off. */
export function FilterChips({ chips, onRemove }: FilterChipsProps) {
  const isVi = useLanguage() === 'vi';
  if (chips.length === 0) return null;
  return (
    <ul className="chips" aria-label={isVi ? 'Bộ lọc' : 'Filters'}>
      {chips.map(({ id, label, text }) => (
        <li key={id} className="chip">
          <span>{label}</span> {text}
          <button
            type="button"
            aria-label={`${isVi ? 'Bỏ lọc' : 'Remove filter'} ${label} ${text}`}
            onClick={() => onRemove(id)}
          >
            <svg viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1 1 9 9M9 1 1 9" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}
