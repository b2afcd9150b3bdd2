import { type CSSProperties, type ReactNode, useSyncExternalStore } from 'react';
import type { Board } from '../../shared/board/board.ts';
import type { Language } from '../../shared/unit/format.ts';
import type { AbnormalityBook } from '../tile/abnormality.ts';
import { Shape } from '../ui/shape.tsx';
import { fitItems } from './fit-items.ts';

interface WallFooterProps {
  readonly book: AbnormalityBook;
  readonly boards: readonly Board[];
  readonly shown: readonly number[];
  readonly language: Language;
  readonly go: (at: number) => void;
  /** Design pixels for what is abnormal. */
  readonly room: number;
  /** Controls; none on a kiosk. */
  readonly children?: ReactNode;
}

export function WallFooter({ book, boards, shown, language, go, room, children }: WallFooterProps) {
  return (
    <footer className="wall-footer">
      <Attention book={book} language={language} room={room} />
      <nav
        className="scene-marks"
        style={{ '--scenes': boards.length } as CSSProperties}
        aria-label={language === 'vi' ? 'Các màn hình' : 'Scenes'}
      >
        {boards.map((board, at) => (
          <button
            key={board.id}
            type="button"
            className="scene-mark"
            aria-current={shown.includes(at)}
            aria-label={board.title[language]}
            onClick={() => go(at)}
          />
        ))}
      </nav>
      {children}
    </footer>
  );
}

/** What is abnormal on any scene, alarms first; as many as the line holds, the rest as a number. */
function Attention({ book, language, room }: Pick<WallFooterProps, 'book' | 'language' | 'room'>) {
  const found = useSyncExternalStore(book.subscribe, book.list);
  const isVi = language === 'vi';
  if (found.length === 0) {
    return <p className="attention calm">{isVi ? 'Không có bất thường' : 'Nothing abnormal'}</p>;
  }
  const count = fitItems(
    found.map(({ subject, detail }) => `${subject} ${detail}`),
    room,
  );
  const hidden = found.length - count;
  return (
    <ul className="attention" aria-live="polite">
      {found.slice(0, count).map(({ tile, severity, subject, detail }) => (
        <li key={`${tile} ${subject}`}>
          <span className={severity}>
            <Shape name={severity} />
          </span>
          <b>{subject}</b> <span className={severity}>{detail}</span>
        </li>
      ))}
      {hidden > 0 && <li className="calm">{isVi ? `và ${hidden} nữa` : `and ${hidden} more`}</li>}
    </ul>
  );
}
