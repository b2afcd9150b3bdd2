import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import { formatPercent, formatPoints } from '../../shared/unit/format.ts';
import { pdfLines, pictureSize, slideRows, workbookRows } from './read-export.ts';
import {
  askServer,
  chooseByKeys,
  findCutTexts,
  openStudio,
  tableTexts,
  tabTo,
  waitUntilAnswered,
  YEAR,
} from './studio-page.ts';
import { test } from './wall-test.ts';

const RATE = 'dossier.onTimeRate';
const ASKED = `m=${RATE}&p=${YEAR.from}..${YEAR.to}`;

test('a chart is built, saved and opened by its link, by the keyboard alone', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, 'ask');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  const list = (name: string) => page.getByRole('combobox', { name, exact: true });

  await tabTo(page, button('+ Thêm chỉ tiêu'));
  await page.keyboard.press('Enter');
  await page.keyboard.type('ty le dung han da giai quyet');
  await expect(page.locator('.drawer .list-item').first()).toContainText(
    'trên hồ sơ đã giải quyết',
  );
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await chooseByKeys(page, list('Kỳ'), 'Năm 2023');
  await chooseByKeys(page, list('Chia kỳ'), 'Từng tháng');
  await chooseByKeys(page, list('So sánh'), 'Với cùng kỳ năm trước');
  await waitUntilAnswered(page);
  await expect(page.locator('.strip-figure')).toHaveText('98,18%');
  await expect(page.locator('.strip-notes')).toContainText('283.534 / 288.790');

  const answer = await askServer(wall, {
    measures: [RATE],
    unit: '74',
    period: YEAR,
    grain: 'month',
    compare: 'same-period-last-year',
  });
  const expected = answer.rows.map(({ values }) => [
    formatPercent(values[RATE]?.value, 'vi'),
    formatPoints(values[RATE]?.delta, 'vi'),
  ]);
  await expect
    .poll(async () => (await tableTexts(page)).map((row) => row.slice(1)))
    .toEqual(expected);
  await expect(page.locator('.option-chart canvas')).toBeVisible();

  await tabTo(page, button('Lưu'));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Đã lưu phiên bản 1')).toBeVisible();
  await page.keyboard.press('Escape');
  const id = new URL(page.url()).searchParams.get('doc');

  const other = await page.context().newPage();
  await openStudio(other, wall, `ask?doc=${id}`);
  await waitUntilAnswered(other);
  expect(await tableTexts(other)).toEqual(await tableTexts(page));
  await expect(other.getByRole('heading', { level: 1 })).toContainText('Tỷ lệ đúng hạn');
  await other.close();
});

test('chart, map and table show the same units, and a saved chart keeps its versions', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, `ask?${ASKED}&by=unit&l=district`);
  await waitUntilAnswered(page);
  await expect(page.locator('.map-figure canvas')).toBeVisible();
  await expect(page.getByText('sơ đồ, không phải ranh giới chính thức')).toBeVisible();
  const rows = await tableTexts(page);
  expect(rows.find(([name]) => name === 'Thuận An')).toEqual(['Thuận An', '96,13%']);

  const line = page.getByRole('button', { name: /^Đường/ });
  await expect(line).toHaveAttribute('aria-disabled', 'true');
  await expect(line).toHaveAttribute('title', 'cần chia kỳ theo thời gian');
  await page.getByRole('button', { name: 'Bảng', exact: true }).click();
  await expect(page.locator('.pictures[data-both="true"]')).toBeHidden();
  await page.goBack();

  const save = async () => {
    await page.getByRole('button', { name: 'Lưu', exact: true }).click();
    await page.getByRole('button', { name: /^Lưu (biểu đồ|thành phiên bản)/ }).click();
    await expect(page.getByText(/^Đã lưu phiên bản/)).toBeVisible();
    await page.keyboard.press('Escape');
  };
  await save();
  await page.getByRole('combobox', { name: 'So sánh', exact: true }).selectOption('plan');
  await waitUntilAnswered(page);
  await save();
  await page.getByRole('link', { name: 'Đã lưu', exact: true }).click();
  const row = page.getByRole('row', { name: /Tỷ lệ đúng hạn theo đơn vị/ });
  await expect(row.getByRole('cell').nth(2)).toHaveText('2');
  await row.getByRole('button', { name: 'Các phiên bản' }).click();
  await page.getByRole('button', { name: 'Khôi phục' }).click();
  await expect(row.getByRole('cell').nth(2)).toHaveText('3');
  await row.getByRole('link').click();
  await waitUntilAnswered(page);
  expect(new URL(page.url()).searchParams.get('c')).toBeNull();
});

test('a refusal and a gap say why in words, and totals are never summed from rates', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, `ask?${ASKED}&m=coverage.rate`);
  await expect(page.getByRole('alert')).toContainText('phải hỏi riêng');
  await openStudio(page, wall, `pivot?${ASKED}&by=unit&by=channel&l=district`);
  await waitUntilAnswered(page);
  const { rows } = await askServer(wall, {
    measures: [RATE],
    unit: '74',
    period: YEAR,
    by: ['channel'],
  });
  const foot = await page.locator('.pivot tfoot td').allTextContents();
  const byChannel = rows.map(({ values }) => formatPercent(values[RATE]?.value, 'vi'));
  expect(foot).toEqual([...byChannel, '98,18%']);
});

const FIRST_BYTES = {
  PNG: '89504e47',
  SVG: '3c737667',
  CSV: 'efbbbf',
  XLSX: '504b0304',
  PDF: '25504446',
  PPTX: '504b0304',
} as const;

test('a chart is exported in all six formats by the keyboard alone, and other readers find the numbers of its question', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, `ask?${ASKED}&by=unit&l=district`);
  await waitUntilAnswered(page);
  const { rows } = await askServer(wall, {
    measures: [RATE],
    unit: '74',
    period: YEAR,
    by: ['unit'],
    level: 'district',
  });
  const names = (await tableTexts(page)).map(([name = '']) => name);
  const rates = rows.map(({ values }) => formatPercent(values[RATE]?.value, 'vi'));
  const exact = rows.map(({ values }) => expect.closeTo(values[RATE]?.value ?? -1, 8));
  const pairs = rates.map((rate, at) => [names[at] ?? '', rate]);
  expect(pairs.length).toBeGreaterThan(5);

  await tabTo(page, page.getByRole('button', { name: 'Xuất tệp' }));
  await page.keyboard.press('Enter');
  const list = (name: string) => page.getByRole('combobox', { name });
  await chooseByKeys(page, list('Dấu phân cách CSV'), 'Dấu chấm phẩy');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  const fetchFile = async (format: keyof typeof FIRST_BYTES) => {
    const coming = page.waitForEvent('download');
    await tabTo(page, page.getByRole('button', { name: new RegExp(`^${format} `) }));
    await page.keyboard.press('Enter');
    const download = await coming;
    expect(download.suggestedFilename()).toMatch(new RegExp(`[.]${format.toLowerCase()}$`));
    const bytes = await readFile(await download.path());
    const begin = FIRST_BYTES[format];
    expect([format, bytes.subarray(0, begin.length / 2).toString('hex')]).toEqual([format, begin]);
    await expect(page.getByText(/^Đã tải /)).toBeVisible();
    return bytes;
  };

  const svg = (await fetchFile('SVG')).toString();
  for (const rate of rates) expect(svg).toContain(rate);
  // With a semicolon a spreadsheet in Vietnamese expects a decimal comma; nothing is rounded.
  const lines = (await fetchFile('CSV')).toString().split('\r\n');
  const cells = lines.slice(1, 1 + rows.length).map((line) => line.split(';'));
  expect(cells.map(([, rate]) => Number(rate?.replace(',', '.')))).toEqual(exact);
  // A workbook keeps the whole number and shows two places of it.
  const sheet = await workbookRows(await fetchFile('XLSX'), 'Số liệu');
  const figures = sheet.slice(1, 1 + rows.length).map((row) => {
    const { text, isNumber, format } = row.get('B') ?? { text: '', isNumber: false, format: '' };
    return [row.get('A')?.text, isNumber ? Number(text) : text, format];
  });
  expect(figures).toEqual(exact.map((rate, at) => [names[at], rate, '#,##0.00"%"']));
  // The drawing is on the first page, the table of its figures on the second.
  const [, table = []] = await pdfLines(await fetchFile('PDF'));
  const pairLines = pairs.map((pair) => pair.join(' '));
  expect(table.filter((line) => pairLines.includes(line))).toEqual(pairLines);
  expect((await slideRows(await fetchFile('PPTX'))).slice(1, 1 + rows.length)).toEqual(pairs);
  for (const scale of [1, 2, 3, 4]) {
    await chooseByKeys(page, list('Cỡ ảnh PNG'), `${scale}×`);
    const size = await pictureSize(page, await fetchFile('PNG'));
    expect(size).toEqual({ width: 1280 * scale, height: 720 * scale });
  }
});

test('a brief is frozen once, had in every format of that edition, and made anew when that is wanted', async ({
  page,
  wall,
}) => {
  await openStudio(page, wall, 'briefs');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByLabel('Tên bản tin').fill('Bản tin thử hai định dạng');
  await page.locator('.brief-picks').first().getByRole('checkbox').first().check();
  const editions = page.locator('.brief-list .sheet-table tbody tr');
  const files: string[] = [];
  for (const format of ['PDF', 'PPTX', 'XLSX', 'CSV', 'PNG', 'SVG']) {
    const download = page.waitForEvent('download');
    await button(format).first().click();
    files.push((await download).suggestedFilename());
    await expect(page.locator('.brief-form .keep-said')).toContainText(files.at(-1) ?? '');
    await expect(editions).toHaveCount(1);
  }
  expect(files.map((name) => name.replace(/^.*-\d{4}-\d\d-\d\d/, ''))).toEqual([
    ...['.pdf', '.pptx', '.xlsx', '.csv', '.png', '.svg'],
  ]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  await button('Lập kỳ nữa').click();
  const download = page.waitForEvent('download');
  await button('PDF').first().click();
  expect(await pdfLines(await readFile(await (await download).path()))).not.toEqual([]);
  await expect(editions).toHaveCount(2);
});

const VIEWS = [
  { size: { width: 1366, height: 768 }, more: '' },
  { size: { width: 1920, height: 1080 }, more: '&lang=en&theme=light' },
  { size: { width: 2560, height: 1440 }, more: '&theme=light' },
] as const;
const PAGES = [
  `ask?${ASKED}&m=dossier.received&by=unit&l=district&c=same-period-last-year`,
  `pivot?${ASKED}&by=field&by=channel`,
  `compare?${ASKED}&g=month&vp=2022-01-01..2022-12-31`,
  'measures?q=dung+han',
  'saved?q=',
];

for (const { size, more } of VIEWS) {
  test(`at ${size.width}×${size.height}${more} nothing is cut and axe finds nothing`, async ({
    page,
    wall,
  }) => {
    await page.setViewportSize(size);
    for (const path of PAGES) {
      await openStudio(page, wall, `${path}${more}`);
      await page.locator('.sheet-table').first().waitFor();
      await page.waitForLoadState('networkidle');
      expect([path, await findCutTexts(page)]).toEqual([path, []]);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
    }
  });
}
