import type { Readable } from 'node:stream';
import {
  type ListMail,
  MOST_ADDRESSES,
  type QueuedListMail,
} from '../../shared/export/list-mail.ts';
import { isAllowedAddress } from '../../shared/notice/mail-address.ts';
import type { NoticeMessage } from '../../shared/notice/notice.ts';
import { formatInteger } from '../../shared/unit/format.ts';
import { codedError, IocError } from '../errors.ts';
import type { ExportedList, Exporter } from '../http/exports.ts';
import type { ListMailPort } from '../http/list-mail.ts';
import { columnTitles } from './list-table.ts';
import { EXPORT_WORDS } from './words.ts';

/** What was mailed and to whom, as it is written down. */
export interface MailedList {
  readonly by: string;
  readonly title: string;
  readonly format: string;
  readonly hash: string;
  readonly rows: number;
  readonly emails: readonly string[];
}

export interface ListMailPorts {
  readonly list: Exporter['list'];
  /** No mail server, no mail. */
  readonly hasMailServer: boolean;
  /** Addresses and domains; empty: any. */
  readonly allowed: readonly string[];
  readonly mostFileBytes: number;
  /** Where people reach the server; without it the address that the asker used. */
  readonly publicUrl?: string | undefined;
  /** Queues a message for these addresses and nobody else. */
  readonly mail: (message: NoticeMessage, emails: readonly string[]) => Promise<void>;
  record(done: MailedList): Promise<void>;
  /** The server's clock, ms. */
  now(): number;
}

/** Lists as files by mail: made within the scope of who asks, written down, then queued. */
export function createListMail(ports: ListMailPorts): ListMailPort {
  const { hasMailServer, allowed, mostFileBytes } = ports;
  return {
    terms: () => ({
      fault: hasMailServer ? null : codedError('IOC_NOTICE_NO_MAIL'),
      allowed: [...allowed],
      mostAddresses: MOST_ADDRESSES,
      mostFileBytes,
      columns: { vi: columnTitles('vi'), en: columnTitles('en') },
    }),
    send: async ({ format, emails, note = '', ...request }, who, origin) => {
      if (!hasMailServer) throw new IocError('IOC_NOTICE_NO_MAIL');
      const foreign = emails.find((each) => !isAllowedAddress(each, allowed));
      if (foreign !== undefined) {
        throw new IocError('IOC_NOTICE_ADDRESS', { expected: allowed.join(', '), came: foreign });
      }
      const file = await ports.list(request, { format }, who);
      const bytes = await collect(file.content, mostFileBytes);
      const { title, rows, name, hash, contentType } = file;
      await ports.record({ by: who.name, title, format, hash, rows, emails });
      const attachment = { name, mediaType: contentType, base64: bytes.toString('base64') };
      const message = {
        ...{ topic: 'list', title, unit: request.list.unit, at: ports.now() },
        text: textOf({ note, file, request, by: who.name, origin: ports.publicUrl ?? origin }),
        attachments: [attachment],
      };
      await ports.mail(message, emails);
      const queued: QueuedListMail = {
        ...{ addresses: emails.length, rows, file: name, bytes: bytes.length, hash },
      };
      return queued;
    },
  };
}

/** The whole file, given up as soon as it is too large for a mail. */
async function collect(content: Readable | Buffer, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of Buffer.isBuffer(content) ? [content] : content) {
    const next = Buffer.from(part);
    bytes += next.length;
    if (bytes > most) {
      throw new IocError('IOC_NOTICE_TOO_LARGE', { expected: most });
    }
    parts.push(next);
  }
  return Buffer.concat(parts);
}

interface Told {
  readonly note: string;
  readonly file: ExportedList;
  readonly request: Pick<ListMail, 'language' | 'link'>;
  readonly by: string;
  readonly origin: string;
}

/** The sender's words first, then what the file is. */
function textOf({ note, file, request, by, origin }: Told): string {
  const { language = 'vi', link } = request;
  const words = EXPORT_WORDS[language];
  const lines = [
    `${words.title}: ${file.title}`,
    `${words.rows}: ${formatInteger(file.rows, language)}`,
    `${words.classMark}: ${file.classMark}`,
    `${words.by}: ${by}`,
    `${words.hash}: ${file.hash}`,
    ...(link ? [`${words.link}: ${origin}${link}`] : []),
  ];
  return [...(note.trim() ? [note.trim(), ''] : []), ...lines].join('\n');
}
