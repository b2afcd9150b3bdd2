import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tile } from '../shared/board/board.ts';
import { readPack } from './source/pack.ts';
import type { ProvincePack } from './source/province-pack.ts';

interface System {
  readonly id: string;
  readonly name_vi: string;
  readonly articles: readonly string[];
}
const { systems } = JSON.parse(readFileSync('fixtures/facts/published-facts.json', 'utf8')) as {
  systems: readonly System[];
};

/** Which articles speak of a pack's province. */
const PROVINCES = [
  ['binh-duong', ['000', '001', '002']],
  ['binh-phuoc', ['003']],
  ['tay-ninh', ['004']],
] as const;

/** What a leader would look for on the wall. */
const WORDS: Readonly<Record<string, RegExp>> = {
  S01: /IOC tỉnh|Trung tâm điều hành/i,
  S02: /IOC cấp huyện|IOC huyện|Gò Dầu/i,
  S03: /một cửa điện tử|giải quyết TTHC|phần mềm một cửa/i,
  S04: /(trung tâm|bộ phận).*một cửa|phục vụ hành chính công|trung tâm hành chính công/i,
  S05: /cổng dịch vụ công tỉnh|trực tuyến|toàn trình/i,
  S06: /cổng (dịch vụ công |DVC )?quốc gia/i,
  S07: /bưu (điện|chính)/i,
  S08: /số hóa/i,
  S09: /kiến nghị/i,
  S10: /xin lỗi/i,
  S11: /đề án camera/i,
  S12: /camera (BOT|KCN|khu công nghiệp)/i,
  S13: /camera.*(xã|một cửa)|một cửa.*camera/i,
  S14: /thành phố thông minh/i,
  S15: /đề án 06/i,
  S16: /CSDL quốc gia|cơ sở dữ liệu quốc gia/i,
  S17: /văn bản/i,
  S18: /truyền hình/i,
  S19: /Zalo/i,
  S20: /đất đai/i,
  S21: /BHYT/i,
  S22: /không (dùng )?tiền mặt/i,
  S23: /an sinh|trợ cấp xã hội/i,
  S24: /CCCD|định danh/i,
  S25: /băng rộng|3G|4G|smartphone|điện thoại thông minh/i,
  S26: /PAR INDEX/,
  S27: /nội bộ|xếp loại/i,
  S28: /sắp xếp|nhiệm vụ CCHC/i,
  S29: /công thương/i,
  S30: /rà soát|cắt giảm/i,
  S31: /ngày đêm|cao điểm|chiến dịch/i,
  S32: /trung tâm dữ liệu|đám mây/i,
  S33: /kiosk|lấy số/i,
};

/** All that a tile says in Vietnamese, printed figures included. */
function wordsOf(tile: Tile, { published }: ProvincePack): string {
  const ids = tile.kind === 'facts' ? tile.figures : [];
  const figures = published.filter(({ id }) => ids.includes(id));
  const said: string[] = figures.map(({ statement }) => statement.vi);
  JSON.stringify(tile, (key, value: unknown) => {
    if (key === 'vi' && typeof value === 'string') said.push(value);
    return value;
  });
  return said.join(' · ');
}

it('knows what to look for of all 33 systems', () => {
  expect(systems.map(({ id }) => id).sort()).toEqual(Object.keys(WORDS).sort());
});

describe.each(PROVINCES)('the boards of %s', (slug, articles) => {
  const read = readPack(path.resolve('fixtures/provinces', slug));
  const tiles = read.boards.flatMap((board) => board.tiles.map((tile) => wordsOf(tile, read)));
  const named = systems.filter((system) =>
    system.articles.some((article) => (articles as readonly string[]).includes(article)),
  );

  it.each(named.map(({ id, name_vi }) => [id, name_vi]))('show %s, %s', (id) => {
    const pattern = WORDS[id] ?? /^$/;
    expect(tiles.filter((words) => pattern.test(words))).not.toEqual([]);
  });
});
