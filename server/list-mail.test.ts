import { afterEach, describe, expect, test } from 'vitest';
import type { ListMail } from '../shared/export/list-mail.ts';
import type { RecordRow } from '../shared/record/records.ts';
import { createListExporter } from './export/list-exporter.ts';
import { createListMail, type MailedList } from './export/list-mail.ts';
import { naming } from './export/sample-job.contract.ts';
import { MAX_ATTEMPTS } from './notify/backoff.ts';
import { Outbox } from './notify/outbox.ts';
import { startMailServer } from './notify/sample-mail-server.ts';
import { sampleShelf } from './notify/sample-shelf.ts';
import { sendByMail } from './notify/send-email.ts';
import { openMemoryStore } from './store/memory-store.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});
const who = { role: 'operator', name: 'Trực ca 1', scope: ['74'] } as const;
const asked: ListMail = {
  list: { kind: 'dossier', unit: '725', filter: { state: 'closed-late' } },
  title: 'Trả trễ · Thuận An',
  format: 'csv',
  emails: ['thuan-an@ioc.test'],
  note: 'Đề nghị rà soát trước 17:00.',
  link: '/desk/list?unit=725&state=closed-late',
};
const ROW: Omit<RecordRow, 'code'> = {
  ...{ agency: 'H09.14', unit: '725', field: 'dat-dai', procedure: 'tt-dat-dai-1' },
  ...{ level: 'district', channel: 'direct', status: '10', received: '2023-12-01' },
  ...{ due: '2023-12-20', dueTime: null, closed: '2023-12-22', state: 'late' },
  ...{ lateDays: 2, workingHoursLeft: null, apology: 'none' },
};

/** A list of so many dossiers, mailed through an outbox to where `url` leads. */
function setUp({
  url,
  rows = 2,
  allowed = [],
  mostFileBytes = 1_000_000,
  publicUrl,
}: {
  url?: string;
  rows?: number;
  allowed?: string[];
  mostFileBytes?: number;
  publicUrl?: string;
}) {
  const written: MailedList[] = [];
  const clock = { now: 0 };
  const refuse = () => Promise.reject(new Error('no hook'));
  const email = sendByMail(url === undefined ? undefined : { url, from: 'ioc@ioc.test' });
  const outbox = new Outbox({
    shelf: sampleShelf(),
    journal: openMemoryStore().journal,
    now: () => clock.now,
    random: () => 1,
    send: { email, webhook: refuse },
    recipients: async () => [{ channel: 'webhook', to: 'all' }],
  });
  const listMail = createListMail({
    list: createListExporter({
      records: async ({ offset = 0, limit = 0 }) => {
        const count = Math.min(limit, rows - offset);
        const page = Array.from({ length: count }, (_, n) => ({
          ...ROW,
          code: `H09-${offset + n}`,
        }));
        return { total: rows, seq: 7, asOf: '2024-01-01T02:00:00.000Z', rows: page };
      },
      naming: () => naming,
      now: () => 0,
      record: async () => undefined,
    }),
    hasMailServer: url !== undefined,
    allowed,
    mostFileBytes,
    publicUrl,
    mail: outbox.mail,
    now: () => clock.now,
    record: async (each) => {
      written.push(each);
    },
  });
  const send = (more: Partial<ListMail> = {}) =>
    listMail.send({ ...asked, ...more }, who, 'http://ioc.test');
  return { send, outbox, written, clock, terms: listMail.terms };
}

async function mailServer() {
  const server = await startMailServer();
  closers.push(server.close);
  return server;
}

describe('a list by mail', () => {
  test('reaches the mailbox as a file with every dossier, with the note and the way back', async () => {
    const { mails, url } = await mailServer();
    const { send, outbox, written } = setUp({ url });
    expect(await send()).toMatchObject({ addresses: 1, rows: 2 });
    await outbox.turn();
    const [mail = ''] = mails;
    expect(mail).toContain('To: thuan-an@ioc.test');
    const [text = '', file = ''] = partsOf(mail);
    for (const said of [
      asked.note,
      'Số dòng: 2',
      'Nội bộ',
      'Trực ca 1',
      'http://ioc.test/desk/list?',
    ])
      expect(text).toContain(said);
    expect(file.match(/H09-\d/g)).toEqual(['H09-0', 'H09-1']);
    expect(written).toMatchObject([{ by: 'Trực ca 1', rows: 2, emails: ['thuan-an@ioc.test'] }]);
    expect((await outbox.list()).map(({ state, to }) => [state, to])).toEqual([
      ['sent', 'thuan-an@ioc.test'],
    ]);
  });

  test('leads back to where the settings say that people reach the server', async () => {
    const { mails, url } = await mailServer();
    const { send, outbox } = setUp({ url, publicUrl: 'https://ioc.example.vn' });
    await send();
    await outbox.turn();
    const [text = ''] = partsOf(mails[0] ?? '');
    expect(text).toContain('https://ioc.example.vn/desk/list?');
    expect(text).not.toContain('http://ioc.test');
  });

  test.each(['xlsx', 'pdf'] as const)('goes as %s as well', async (format) => {
    const { mails, url } = await mailServer();
    const { send, outbox } = setUp({ url });
    const { file } = await send({ format });
    await outbox.turn();
    expect(file).toMatch(new RegExp(`[.]${format}$`));
    expect(mails[0]).toContain(file);
  });

  test('that no server takes is tried again, and ends among those given up', async () => {
    const { send, outbox, clock } = setUp({ url: 'smtp://127.0.0.1:1' });
    await send();
    for (let n = 0; n < MAX_ATTEMPTS; n++) {
      await outbox.turn();
      clock.now += 3_600_000;
    }
    expect(await outbox.list()).toMatchObject([{ state: 'dead', attempts: MAX_ATTEMPTS }]);
  });

  test('is refused, and said to be, where there is no mail server', async () => {
    const { send, terms, written } = setUp({});
    expect(terms().fault?.code).toBe('IOC_NOTICE_NO_MAIL');
    await expect(send()).rejects.toMatchObject({ code: 'IOC_NOTICE_NO_MAIL' });
    expect(written).toEqual([]);
  });

  test('goes only where the settings allow: an address, a domain and what lies below it', async () => {
    const allowed = ['binhduong.gov.vn', 'truc@ioc.test'];
    const { send, outbox } = setUp({ url: 'smtp://127.0.0.1:1', allowed });
    await send({ emails: ['TRUC@ioc.test', 'a@binhduong.gov.vn', 'b@ta.binhduong.gov.vn'] });
    for (const address of ['khac@ioc.test', 'a@xbinhduong.gov.vn'])
      await expect(send({ emails: ['truc@ioc.test', address] })).rejects.toMatchObject({
        code: 'IOC_NOTICE_ADDRESS',
      });
    expect(await outbox.list()).toHaveLength(3);
  });

  test('that is too large for a mail is neither queued nor written down as mailed', async () => {
    const { send, outbox, written } = setUp({ url: 'smtp://127.0.0.1:1', mostFileBytes: 300 });
    await expect(send()).rejects.toMatchObject({ code: 'IOC_NOTICE_TOO_LARGE' });
    expect([await outbox.list(), written]).toEqual([[], []]);
  });
});

/** What a mail holds, read back: its text, then its file. */
function partsOf(mail: string): string[] {
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(mail) ?? [];
  return mail
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const body = part.slice(part.indexOf('\r\n\r\n') + 4);
      if (/transfer-encoding: base64/i.test(part)) return Buffer.from(body, 'base64').toString();
      return Buffer.from(unquoted(body), 'latin1').toString();
    });
}

/** Quoted-printable as the bytes it stands for. */
function unquoted(text: string): string {
  return text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
