import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Rule } from '../../shared/alarm/rule.ts';
import { deskAddress, deskFaults, openDesk, row, waitForRows } from './desk-page.ts';
import { openAccount, openDeskOf, press, tabTo, write } from './operator-desk.ts';
import { createWallServer, type WallServer } from './wall-server.ts';

/** Cameras enough to have the cause of their owner. */
const CAMERAS = Array.from({ length: 24 }, (_, i) => `cam-${i}`);
const text = (vi: string, en: string) => ({ vi, en });
const RULE: Rule = {
  id: 'camera-outage',
  title: text('Nhiều camera cùng mất kết nối', 'Many cameras down together'),
  condition: { kind: 'outage', unit: '79', silence: false, minCameras: 20 },
  priority: 1,
  ...{ onDelaySeconds: 0, offDelaySeconds: 0, minimumClearSeconds: 0, latches: true },
  cause: text('Đứt cáp quang', 'A cut fibre'),
  consequence: text('Mất quan sát', 'Places are blind'),
  action: text('Gọi nhà mạng', 'Call the carrier'),
  owner: { role: text('Trưởng ca trực', 'Shift lead') },
  responseMinutes: 15,
};

/** Keys that open sections of the desk. */
const ALARMS_KEY = '5';
const SHIFT_KEY = '9';

let server: WallServer;
let folder: string;
let sent = 0;

/** What all cameras report now. */
async function report(state: 'online' | 'offline'): Promise<void> {
  const time = new Date().toISOString();
  await push(
    CAMERAS.map((camera) => ({ type: 'camera-status', data: { camera, state, reportedAt: time } })),
  );
}

async function push(events: readonly { type: string; data: object }[]): Promise<void> {
  const lines = events.map(({ type, data }) =>
    JSON.stringify({
      ...{ specversion: '1.0', id: `e2e-${sent++}`, source: 'hcmc-traffic-cameras' },
      ...{ type: `ioc.${type}.v1`, time: new Date().toISOString(), data },
    }),
  );
  const answer = await fetch(`${server.url}/api/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${server.ingestKey}`,
      'content-type': 'application/x-ndjson',
    },
    body: lines.join('\n'),
  });
  expect(await answer.json()).toMatchObject({ accepted: events.length, quarantined: [] });
}

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'ioc-alarms-'));
  server = await createWallServer(folder);
  const settings = { IOC_PACK: 'fixtures/provinces/hcmc-cameras', IOC_CLOCK: 'real' };
  await server.start({ settings });
  const save = () =>
    fetch(`${server.url}/api/v1/rules`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${server.adminToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ ifVersion: 0, reason: 'thử nghiệm', rules: [RULE] }),
    });
  await expect.poll(async () => (await save()).status).toBe(200);
  await push(
    CAMERAS.map((camera) => ({
      type: 'camera',
      data: { camera, name: camera, unit: '79', owner: 'tth', stage: 'connected' },
    })),
  );
});

test.afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const pane = (page: Page) => page.locator('.alarm-pane');

async function expectSound(page: Page): Promise<void> {
  expect(await deskFaults(page)).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

/** The first of two acknowledges the outage and gives it to somebody. */
async function acknowledgeAndAssign(page: Page): Promise<void> {
  await waitForRows(page);
  await expect(row(page, 1)).toContainText(RULE.title.vi);
  await expect(row(page, 1)).toContainText('Hệ thống TTH');
  await expect(row(page, 1)).toContainText('24 camera');
  await expect(pane(page)).toContainText('Gọi nhà mạng');
  await expectSound(page);
  await page.keyboard.press('a');
  await expect(row(page, 1)).toContainText('Đã xác nhận');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toBeVisible();
  await expect(page.getByLabel('Phân công cho ai')).toHaveValue('');
  await page.keyboard.type('Đội kỹ thuật');
  await page.keyboard.press('Enter');
  await expect(row(page, 1)).toContainText('Đội kỹ thuật');
}

/** The first begins a shift and signs it over, the second reads what is open and signs too. */
async function changeShift(first: Page, second: Page): Promise<void> {
  await first.keyboard.press(SHIFT_KEY);
  await press(first, 'Bắt đầu ca trực');
  await press(first, 'Bàn giao ca');
  await expect(first.getByRole('dialog')).toContainText(RULE.title.vi);
  await write(first, 'Tình hình và việc cần theo dõi', 'Chờ nhà mạng nối cáp');
  await press(first, 'Ký bàn giao');
  await press(second, 'Nhận ca');
  await expect(second.getByRole('dialog')).toContainText('Chờ nhà mạng nối cáp');
  await expect(second.getByRole('dialog')).toContainText(RULE.title.vi);
  await press(second, 'Ký nhận ca');
  await expect(first.getByText('Trực ca 1 và Trực ca 2 đã ký')).toBeVisible();
}

/** Where the cameras are back, the second closes the outage; its history names whoever did what. */
async function closeOutage(page: Page): Promise<void> {
  await page.keyboard.press(ALARMS_KEY);
  await expect(row(page, 1)).toContainText('Đội kỹ thuật');
  expect(await deskFaults(page)).toEqual([]);
  // Told by the server: nobody presses anything.
  await report('online');
  await expect(row(page, 1)).toContainText('Đã hết, chờ đóng');
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(page.getByText('Không có cảnh báo nào.')).toBeVisible();
  await expect(pane(page)).toContainText('Bình thường');
  await expect(pane(page).getByRole('listitem')).toContainText([
    /Đóng.*Trực ca 2/,
    /Điều kiện đã hết.*hệ thống/,
    /Phân công.*Đội kỹ thuật.*Trực ca 1/,
    /Xác nhận.*Trực ca 1/,
    /Phát cảnh báo.*hệ thống/,
  ]);
}

test('by keyboard alone two operators see a camera outage through a change of shift: acknowledged and assigned by the first, closed by the second', async ({
  browser,
}) => {
  await report('offline');
  const out = await openAccount(server, 'Trực ca 1', '79');
  const into = await openAccount(server, 'Trực ca 2', '79');
  const first = await openDeskOf(browser, server, out, 'alarms');
  await acknowledgeAndAssign(first);
  // The second one's screen is a laptop's.
  const second = await openDeskOf(browser, server, into, 'shift', { width: 1366, height: 768 });
  await changeShift(first, second);
  await closeOutage(second);

  // What was signed stays as it was signed.
  await second.keyboard.press(SHIFT_KEY);
  await expect(second.getByText('Không có gì đang mở.')).toBeVisible();
  await tabTo(second.locator('summary', { hasText: 'Đang mở lúc ký: 1' }));
  await second.keyboard.press('Enter');
  const signed = second.getByRole('region', { name: 'Các ca trước' });
  await expect(signed.getByText(RULE.title.vi)).toBeVisible();
  await expect(second.getByRole('link', { name: 'Tài khoản' })).toHaveCount(0);
});

/** A task with what the alarm says; each shows how far the other is. */
async function giveTask(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Standing' }).click();
  await row(page, 1).click();
  await page.keyboard.press('v');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Task', { exact: true })).toHaveValue(/^Many cameras down/);
  await expect(dialog.getByLabel('Text')).toHaveValue(/What to do: Call the carrier\n/);
  await expect(dialog.getByLabel('Due in minutes from now')).toHaveValue(/^1?\d$/);
  await expectSound(page);
  await dialog.getByLabel('Assignee').fill('Field team');
  await dialog.getByRole('button', { name: 'Give a task' }).click();
  await expect(pane(page)).toContainText('Not begun');
  await expect(row(page, 1)).toContainText('Field team');
  await pane(page).locator('.alarm-tasks').getByRole('link').click();
  const task = page.locator('.duty-panel');
  await expect(task.getByText('Not acknowledged')).toBeVisible();
  await expectSound(page);
  await task.getByRole('button', { name: 'Done' }).click();
  await task.getByRole('link', { name: RULE.title.en }).click();
  await expect(pane(page).locator('.alarm-tasks')).toContainText('Done');
}

test('by mouse, in English and on a light ground: shelve, take back, comment, and what the figures say', async ({
  page,
}) => {
  await report('offline');
  await openDesk(page, server, 'alarms', { language: 'en', theme: 'light' });
  await row(page, 1).click();
  await pane(page).getByRole('button', { name: 'Shelve', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('For how long').selectOption({ label: '2 hours' });
  await dialog.getByLabel('Reason').fill('Planned works on the trunk');
  await dialog.getByRole('button', { name: 'Shelve' }).click();
  await expect(page.getByText('There is no alarm.')).toBeVisible();

  await page.getByRole('button', { name: 'Set aside' }).click();
  await row(page, 1).click();
  await expect(pane(page)).toContainText('Planned works on the trunk');
  await expectSound(page);
  await pane(page).getByRole('button', { name: 'Unshelve' }).click();
  await expect(pane(page)).toContainText('Not acknowledged');
  await pane(page).getByRole('button', { name: 'Comment' }).click();
  await dialog.getByLabel('Text').fill('Carrier called, repair under way');
  await dialog.getByRole('button', { name: 'Comment' }).click();
  await expect(pane(page)).toContainText('Carrier called, repair under way');

  await giveTask(page);
  await page.getByRole('button', { name: 'Alarm system' }).click();
  const figures = page.getByRole('region', { name: 'Alarm system' });
  await expect(figures.getByRole('row', { name: /Alarms an hour/ })).toContainText('≤ 6.00');
  await expectSound(page);
});

/** A new rule by the form: what is missing is said at its field, and it is saved like any other change. */
async function addRule(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Quy tắc mới' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await expect(dialog.getByText('Cần điền.')).toHaveCount(5);
  await expectSound(page);
  await dialog.getByLabel('Tên quy tắc').fill('Camera ngừng quá nhiều');
  await dialog.getByLabel('Tìm chỉ tiêu').fill('camera ngung');
  await dialog.getByLabel('Chỉ tiêu', { exact: true }).selectOption('camera.outages');
  await dialog.getByLabel('Ngưỡng').fill('40');
  await dialog.getByLabel('Nguyên nhân').fill('Mất điện, đứt cáp');
  await dialog.getByLabel('Hệ quả').fill('Mất quan sát');
  await dialog.getByLabel('Việc cần làm').fill('Gọi đơn vị vận hành');
  await dialog.getByLabel('Chịu trách nhiệm (vai trò)').fill('Trưởng ca trực');
  await dialog.getByRole('button', { name: 'Chạy thử 30 ngày qua' }).click();
  await expect(dialog.getByText(/Sẽ phát \d+ cảnh báo/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Thêm vào danh sách' }).click();
  await expect(
    page.getByRole('heading', { level: 2, name: 'Camera ngừng quá nhiều' }),
  ).toBeVisible();
  await page.getByLabel('Lý do thay đổi').fill('Theo dõi số lần ngừng');
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(page.getByText('Đã lưu và áp dụng')).toBeVisible();
  await row(page, 1).click();
  await expect(page.getByRole('heading', { level: 2, name: RULE.title.vi })).toBeVisible();
}

test('a rule is changed with a reason and becomes a version; a fault is said before it is saved', async ({
  page,
}) => {
  await page.goto(deskAddress(server, 'rules'));
  await expect(page.getByRole('heading', { level: 2, name: RULE.title.vi })).toBeVisible();
  await expectSound(page);
  await page.getByLabel('Số camera ít nhất').fill('10');
  await page.getByLabel('Lý do thay đổi').fill('Báo sớm hơn');
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(page.getByText('Đã lưu và áp dụng')).toBeVisible();
  await expect(page.locator('.rule-versions li').first()).toContainText('Báo sớm hơn');

  await addRule(page);
  await page.getByLabel('Thời gian đáp ứng (phút)').fill('0');
  await page.getByLabel('Lý do thay đổi').fill('Thử số không');
  await page.getByRole('button', { name: 'Lưu phiên bản mới' }).click();
  await expect(page.locator('.rules-said')).toContainText('IOC_HTTP_INVALID');
  await page.getByRole('button', { name: 'Bỏ thay đổi' }).click();
  await page.getByRole('button', { name: 'Chạy thử 30 ngày qua' }).click();
  await expect(page.getByText(/Nhật ký những ngày này không có sự kiện/)).toBeVisible();
});
