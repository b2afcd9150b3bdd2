import type { Page } from 'playwright-core';
import {
  type Line,
  milliseconds,
  numberFlag,
  printTable,
  quantile,
} from '../../../server/bench/report/table.ts';
import { openBrowser, startDemoServer } from './rig/demo-wall.ts';

/**
 * Steps of an operator on an open desk, `--steps` times each (default 20), middle and worst: from the press until the
 * new table has its rows.
 */
const STEPS = numberFlag('steps', 20);
const DISTRICTS = ['718', '719', '720', '721', '722', '723', '724', '725', '726'];
const YEAR = 'period=last-year';

/** Goes to a place of the desk as a press on a link does; ms until its table has rows of its own. */
function stepTo(page: Page, address: string): Promise<number> {
  return page.evaluate(async (to) => {
    const frame = () => new Promise(requestAnimationFrame);
    const isDone = () => {
      const table = document.querySelector('[role="grid"]');
      const first = document.querySelector('.grid-body [aria-rowindex="2"]');
      const isNew =
        table?.getAttribute('aria-busy') === 'false' && !first?.querySelector('.grid-blank');
      return isNew && /\d/.test(first?.textContent ?? '');
    };
    const began = performance.now();
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
    // The frame in which the old rows still stand is none of the new ones.
    do await frame();
    while (!isDone());
    await frame();
    return performance.now() - began;
  }, address);
}

async function measure() {
  const server = await startDemoServer();
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}/desk/units?${YEAR}#token=${server.adminToken}`);
    await page.locator('.grid-body [aria-rowindex="2"]').waitFor();
    await stepTo(page, '/desk/list?unit=725');
    const drills: number[] = [];
    const lists: number[] = [];
    for (let step = 0; step < STEPS; step++) {
      const unit = DISTRICTS[step % DISTRICTS.length];
      await stepTo(page, `/desk/units?${YEAR}`);
      drills.push(await stepTo(page, `/desk/units?unit=${unit}&${YEAR}`));
      lists.push(await stepTo(page, `/desk/list?unit=${unit}&state=all&sort=-late`));
    }
    return { drills, lists, name: browser.name };
  } finally {
    await browser.close();
    await server.stop();
    server.remove();
  }
}

const { drills, lists, name } = await measure();
const spread = (all: readonly number[]) =>
  `${milliseconds(quantile(all, 0.5))} · ${milliseconds(quantile(all, 1))}`;
const lines: Line[] = [
  { what: 'a district’s communes, middle · worst', measured: spread(drills), budget: '≤ 200 ms' },
  { what: 'first rows of its list, middle · worst', measured: spread(lists), budget: '≤ 300 ms' },
];
printTable(`${STEPS} steps of each on the desk, ${name}`, lines);
