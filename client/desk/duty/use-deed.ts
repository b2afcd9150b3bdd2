import { useCallback, useState } from 'react';
import type { Language } from '../../../shared/unit/format.ts';
import { callErrorOf } from '../call-server.ts';
import { useDesk } from '../desk-context.ts';

/** What the server refuses with, in words for whoever pressed the button. */
const FAULTS: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  vi: {
    IOC_STORE_CONFLICT: 'Vừa có người khác thay đổi. Xem lại rồi làm tiếp.',
    IOC_DUTY_STATE: 'Việc này không còn làm được ở trạng thái hiện tại.',
    IOC_DUTY_DIGEST: 'Nội dung bàn giao đã đổi. Đọc lại rồi ký.',
    IOC_ACCESS_NAME_USED: 'Tên này đang được dùng.',
    IOC_ACCESS_REFUSED: 'Tài khoản này không có quyền làm việc đó.',
    IOC_HTTP_INVALID: 'Nội dung nhập chưa hợp lệ. Xem lại thời gian và lựa chọn.',
    IOC_ACCESS_UNIT: 'Đơn vị này nằm ngoài phạm vi của tài khoản.',
    IOC_NOTICE_NO_MAIL: 'Chưa cấu hình máy chủ thư (IOC_SMTP_URL).',
    IOC_NOTICE_ADDRESS: 'Cấu hình không cho gửi tới địa chỉ này.',
    IOC_NOTICE_TOO_LARGE: 'Tệp quá lớn để gửi qua thư. Lọc bớt, hoặc gửi liên kết.',
    IOC_EXPORT_TOO_LARGE: 'Danh sách dài hơn định dạng này chứa được.',
    IOC_HTTP_TOO_MANY: 'Gửi quá nhiều lần trong một phút. Chờ một phút rồi gửi lại.',
    unreachable: 'Không kết nối được máy chủ. Thử lại sau.',
  },
  en: {
    IOC_STORE_CONFLICT: 'Somebody else has just changed it. Look again, then go on.',
    IOC_DUTY_STATE: 'This is no longer possible in its present state.',
    IOC_DUTY_DIGEST: 'The hand-over has changed. Read it again, then sign.',
    IOC_ACCESS_NAME_USED: 'This name is in use.',
    IOC_ACCESS_REFUSED: 'This account may not do that.',
    IOC_HTTP_INVALID: 'What was entered does not fit. Look at the times and choices again.',
    IOC_ACCESS_UNIT: 'This unit lies outside the scope of the account.',
    IOC_NOTICE_NO_MAIL: 'No mail server is set (IOC_SMTP_URL).',
    IOC_NOTICE_ADDRESS: 'The settings do not allow this address.',
    IOC_NOTICE_TOO_LARGE: 'The file is too large for a mail. Narrow the list, or send its link.',
    IOC_EXPORT_TOO_LARGE: 'The list is longer than this format holds.',
    IOC_HTTP_TOO_MANY: 'Too many in one minute. Wait a minute, then send again.',
    unreachable: 'The server does not answer. Try again later.',
  },
};

interface Doing {
  readonly isBusy: boolean;
  /** In words; null where the last one went well. */
  readonly fault: string | null;
  /** Sends a deed; resolves with the answer, or undefined where it was refused. */
  readonly send: <T>(
    path: string,
    body: object | undefined,
    method?: 'POST' | 'DELETE',
  ) => Promise<T | undefined>;
}

/** One deed at a time, and what came of it. */
export function useDeed(): Doing {
  const { server, language } = useDesk();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const send = useCallback(
    async <T>(path: string, body: object | undefined, method: 'POST' | 'DELETE' = 'POST') => {
      setBusy(true);
      setFault(null);
      try {
        return await server.json<T>(path, { method, ...(body && { body }) });
      } catch (error) {
        const { code, message } = callErrorOf(error);
        const said = FAULTS[language][code] ?? code;
        setFault(code === 'IOC_HTTP_INVALID' || said === code ? `${said} (${message})` : said);
        return undefined;
      } finally {
        setBusy(false);
      }
    },
    [server, language],
  );
  return { isBusy, fault, send };
}
