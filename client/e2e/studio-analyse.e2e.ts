import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import type { Answer } from '../../shared/query/answer.ts';
import { formatNumber } from '../../shared/unit/format.ts';
import type { WallServer } from './wall-server.ts';
import { test } from './wall-test.ts';

const open = (page: Page, { url, adminToken }: WallServer, place: string) =>
  page.goto(`${url}/studio/${place}#token=${adminToken}`);

async function expectClean(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('canvas').analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
}

/** 292.956 and 4.166, and what other tests have pushed to the same server meanwhile. */
async function figuresNow(page: Page, { url, adminToken }: WallServer) {
  const answer = await page.request.post(`${url}/api/v1/query`, {
    headers: { authorization: `Bearer ${adminToken}` },
    data: {
      measures: ['dossier.received', 'dossier.open'],
      unit: '74',
      period: { from: '2023-01-01', to: '2023-12-31' },
    },
  });
  const { rows } = (await answer.json()) as Answer;
  const figure = (measure: string) => {
    const value = rows[0]?.values[measure]?.value ?? 0;
    expect(value).toBeGreaterThanOrEqual(4166);
    return formatNumber(value, 0, 'vi');
  };
  return { received: figure('dossier.received'), open: figure('dossier.open') };
}

test('form II.06a adds up for the year that was printed, and its numbers lead on', async ({
  page,
  wall,
}) => {
  const now = await figuresNow(page, wall);
  await open(page, wall, 'report-06a?p=2023-01-01..2023-12-31');
  const total = page.getByRole('row', { name: 'Tổng số' }).last();
  await expect(total).toContainText(now.received);
  await expect(total).toContainText('288.790');
  await expect(total).toContainText(now.open);
  await expect(page.getByText(/4 đẳng thức của biểu đúng/)).toBeVisible();
  await expect(page.getByText(/98,18%/)).toBeVisible();
  const late = total.getByRole('link', { name: /Quá hạn: 5\.256/ });
  await expect(late).toHaveAttribute(
    'href',
    /\/desk\/list\?unit=74&state=closed-late&closedFrom=2023-01-01/,
  );
  await total.getByRole('button', { name: now.received }).first().press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Tải XLSX' }).press('Enter');
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByLabel('Mỗi dòng là').selectOption('unit');
  await page.getByLabel('Cấp giải quyết').selectOption('district');
  await expect(page).toHaveURL(/level=district/);
  await expect(page.getByRole('row', { name: /Dầu Tiếng/ })).toBeVisible();
  await expect(page.getByText(/đúng ở 9 dòng/)).toBeVisible();
  await expectClean(page);
});

test('a forecast is named as one, with the error it had when it was tried', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'analyse?view=forecast');
  await expect(page.getByText('dự báo, không phải số liệu').first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'MASE' })).toBeVisible();
  await expect(page.getByText(/Khoảng 80% đã chứa \d+ trên \d+/)).toBeVisible();
  await expect(page.getByRole('row', { name: /≈/ }).first()).toContainText('tháng 1/2024');
  await page.getByRole('button', { name: 'Thứ hạng theo thời gian' }).press('Enter');
  await expect(page.getByRole('row', { name: /Thủ Dầu Một/ })).toBeVisible();
  await expectClean(page);
});

test('anomalies say why and by which method, and a distribution who lies outside, in English', async ({
  page,
  wall,
}) => {
  await open(page, wall, 'analyse?view=anomalies&m=dossier.received&g=day&lang=en&theme=light');
  await expect(page.getByText(/Method: seasonal median and MAD/)).toBeVisible();
  await expect(page.getByText(/(above|below) what is expected/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Distribution' }).press('Enter');
  await page.getByLabel('Measure').selectOption('dossier.onTimeRate');
  await page.getByLabel('Level of units').selectOption('commune');
  await expect(page.getByText('All together (summed parts)')).toBeVisible();
  await expect(page.getByText(/beyond 1\.5 interquartile ranges/).first()).toBeVisible();
  await expectClean(page);
});
