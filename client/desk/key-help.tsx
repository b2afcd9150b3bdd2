import { useDesk } from './desk-context.ts';
import { Dialog } from './form/dialog.tsx';
import { WORDS } from './words.ts';

const KEYS = {
  vi: [
    ['Ctrl K  /', 'tìm bất cứ thứ gì'],
    ['1 – 9', 'mở phần ở cột trái'],
    ['U', 'lên đơn vị cấp trên'],
    ['G', 'đến bảng'],
    ['↑ ↓', 'dòng trước, dòng sau'],
    ['Home  End', 'dòng đầu, dòng cuối'],
    ['PgUp  PgDn', 'lên, xuống một trang'],
    ['Enter', 'mở dòng'],
    ['Alt ←', 'quay lại bước trước'],
    ['L', 'đổi ngôn ngữ'],
    ['T', 'đổi nền'],
    ['Esc', 'đóng hộp đang mở'],
  ],
  en: [
    ['Ctrl K  /', 'find anything'],
    ['1 – 9', 'open a section by its order on the left'],
    ['U', 'one unit up'],
    ['G', 'to the table'],
    ['↑ ↓', 'row before, row after'],
    ['Home  End', 'first row, last row'],
    ['PgUp  PgDn', 'a page up, a page down'],
    ['Enter', 'open the row'],
    ['Alt ←', 'back to the step before'],
    ['L', 'language'],
    ['T', 'theme'],
    ['Esc', 'close what is open'],
  ],
} as const;

export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { language } = useDesk();
  return (
    <Dialog title={WORDS[language].help} onClose={onClose}>
      <dl className="key-help">
        {KEYS[language].map(([keys, purpose]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{purpose}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
