import type { Locator, Page } from '@playwright/test';
import type { WallServer } from './wall-server.ts';

export const SCENES = ['overview', 'public-services', 'economy-society', 'cameras'] as const;

interface WallView {
  readonly scene?: (typeof SCENES)[number];
  readonly language?: 'vi' | 'en';
  /** Another way to the server than its own address. */
  readonly via?: string;
}

/** The address a screen is given: the device token stands after `#`, which no server ever sees. */
export function wallAddress(wall: WallServer, view: WallView = {}): string {
  const { scene = 'overview', language = 'vi', via = wall.url } = view;
  return `${via}/wall/${scene}?lang=${language}#token=${wall.deviceToken}`;
}

export function tile(page: Page, title: string): Locator {
  return page
    .locator('.tile')
    .filter({ visible: true, has: page.getByText(title, { exact: true }) });
}

/** Waits until every tile that can be seen has had its answer. */
export async function openWall(page: Page, wall: WallServer, view: WallView = {}): Promise<void> {
  await page.goto(wallAddress(wall, view));
  await waitUntilFilled(page);
}

export async function waitUntilFilled(page: Page): Promise<void> {
  await page.locator('.tile').filter({ visible: true }).first().waitFor();
  await page.waitForFunction(() => {
    const tiles = [...document.querySelectorAll('.tile')].filter((one) => one.checkVisibility());
    return tiles.length > 0 && tiles.every((one) => one.getAttribute('data-waiting') === 'false');
  });
}

let lastId = 0;

/** Pushes dossiers received on 30/12/2023 and resolves when they are durable. */
export async function pushDossiers(wall: WallServer, count: number): Promise<void> {
  const dossiers = Array.from({ length: count }, () => dossier(nextId()));
  await push(
    wall,
    dossiers.map((data) => report(data)),
  );
}

/** One dossier that counts on 30/12/2023, and an hour later was never received: figures are what they were before. */
export async function pushRestatedDossier(wall: WallServer): Promise<void> {
  const data = dossier(nextId());
  await push(wall, [report(data), report({ ...data, status: '3' }, '2023-12-30T09:00:00+07:00')]);
}

const nextId = () => `e2e-${process.pid}-${++lastId}`;

function report(data: object, time = '2023-12-30T08:00:00+07:00') {
  const id = nextId();
  return { specversion: '1.0', id, source: 'mot-cua', type: 'ioc.dossier.v1', time, data };
}

async function push(wall: WallServer, events: readonly object[]): Promise<void> {
  const answer = await fetch(`${wall.url}/api/v1/events`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${wall.ingestKey}`,
      'content-type': 'application/cloudevents-batch+json',
    },
    body: JSON.stringify(events),
  });
  const { accepted } = (await answer.json()) as { accepted?: number };
  if (accepted !== events.length) {
    throw new Error(`pushed ${events.length} events, accepted ${accepted}`);
  }
}

function dossier(code: string) {
  return {
    agency: 'H09.31',
    code,
    procedure: '1.003560',
    field: 'dat-dai',
    level: 'district',
    intakeUnit: '718',
    unit: '718',
    channel: 'online-full',
    status: '4',
    received: '2023-12-30T08:00:00+07:00',
    due: '2024-01-15T17:00:00+07:00',
  };
}
