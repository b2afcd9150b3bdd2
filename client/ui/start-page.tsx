import { useLanguage } from './language.ts';
import { Message } from './message.tsx';

const PLACES = {
  vi: [
    ['/wall', 'Màn hình điều hành', 'dành cho lãnh đạo, đọc từ xa'],
    ['/director', 'Điều khiển màn hình', 'một máy tính bảng cho mọi màn hình'],
    ['/desk', 'Bàn trực', 'dành cho chuyên viên trực'],
    ['/studio', 'Phân tích', 'dành cho người làm số liệu'],
  ],
  en: [
    ['/wall', 'Wall', 'for leaders, read from afar'],
    ['/director', 'Director', 'one tablet for all screens'],
    ['/desk', 'Desk', 'for operators on shift'],
    ['/studio', 'Studio', 'for analysts'],
  ],
} as const;

export function StartPage() {
  const language = useLanguage();
  return (
    <Message title={language === 'vi' ? 'Trung tâm điều hành' : 'Operations center'}>
      <ul className="places">
        {PLACES[language].map(([path, name, purpose]) => (
          <li key={path}>
            <a href={path}>{name}</a> <span>{purpose}</span>
          </li>
        ))}
      </ul>
    </Message>
  );
}
