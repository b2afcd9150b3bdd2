import type { Dimension } from '../measure/measure.ts';
import type { Borders } from '../territory/borders.ts';
import type { Pack } from '../territory/pack.ts';
import type { Language } from '../unit/format.ts';

interface Name {
  readonly vi: string;
  readonly en: string;
}
/** Names of dimension values: `names.get('unit')?.get('718')`. */
export type Names = ReadonlyMap<string, ReadonlyMap<string, Name>>;

const name = (vi: string, en: string): Name => ({ vi, en });

const FIXED: Readonly<Partial<Record<Dimension, Readonly<Record<string, Name>>>>> = {
  channel: {
    'online-full': name('Trực tuyến toàn trình', 'Fully online'),
    'online-partial': name('Trực tuyến một phần', 'Partly online'),
    direct: name('Trực tiếp', 'In person'),
    post: name('Bưu chính', 'By post'),
  },
  level: {
    province: name('Cấp tỉnh', 'Province'),
    district: name('Cấp huyện', 'District'),
    commune: name('Cấp xã', 'Commune'),
    department: name('Sở, ngành', 'Department'),
  },
  status: {
    '1': name('Mới đăng ký', 'Registered'),
    '2': name('Được tiếp nhận', 'Accepted'),
    '3': name('Không được tiếp nhận', 'Not accepted'),
    '4': name('Đang xử lý', 'In progress'),
    '5': name('Yêu cầu bổ sung', 'Waiting for papers'),
    '6': name('Chờ nộp phí', 'Waiting for payment'),
    '7': name('Công dân rút', 'Withdrawn'),
    '8': name('Dừng xử lý', 'Stopped'),
    '9': name('Đã xử lý xong', 'Finished'),
    '10': name('Đã trả kết quả', 'Handed over'),
  },
  state: {
    online: name('Trực tuyến', 'Online'),
    offline: name('Mất kết nối', 'Offline'),
    degraded: name('Suy giảm', 'Degraded'),
    maintenance: name('Bảo trì', 'Maintenance'),
    tampered: name('Bị can thiệp', 'Tampered'),
    unknown: name('Không rõ', 'Unknown'),
  },
  severity: {
    critical: name('Nghiêm trọng', 'Critical'),
    high: name('Cao', 'High'),
    medium: name('Trung bình', 'Medium'),
    low: name('Thấp', 'Low'),
  },
  stage: {
    surveyed: name('Đã khảo sát', 'Surveyed'),
    planned: name('Dự kiến', 'Planned'),
    procuring: name('Đang mua sắm', 'Procuring'),
    installed: name('Đã lắp đặt', 'Installed'),
    connected: name('Đã kết nối', 'Connected'),
    shared: name('Đã chia sẻ', 'Shared'),
    relocated: name('Di dời', 'Relocated'),
    decommissioned: name('Ngừng sử dụng', 'Decommissioned'),
  },
};

export function namesOf(pack: Pack): Names {
  const names = new Map<string, Map<string, Name>>();
  const add = (dimension: string, rows: readonly (readonly [string, Name])[]) =>
    names.set(dimension, new Map([...(names.get(dimension) ?? []), ...rows]));
  for (const [dimension, table] of Object.entries(FIXED)) add(dimension, Object.entries(table));
  add(
    'unit',
    pack.units.map((u) => [u.code, name(u.shortName, u.shortName)]),
  );
  for (const [dimension, rows] of Object.entries(registersOf(pack)))
    add(
      dimension,
      rows.map((row) => [row.code, row.name]),
    );
  const sites = { zone: pack.zones, junction: pack.junctions };
  for (const [dimension, rows] of Object.entries({ ...sites, place: Object.values(sites).flat() }))
    add(
      dimension,
      rows.map((site) => [site.code, name(site.shortName, site.shortName)]),
    );
  return names;
}

function registersOf(pack: Pack): Readonly<Record<string, readonly Named[]>> {
  const { plans = [], terms = {}, contractors = [] } = pack;
  return {
    agency: pack.agencies,
    field: pack.fields,
    owner: pack.owners,
    contractor: contractors,
    programme: pack.programmes,
    plan: plans,
    stage: plans.flatMap(({ stages }) => stages),
    ...terms,
  };
}

interface Named {
  readonly code: string;
  readonly name: Name;
}

/**
 * The code itself where the pack has no name for it: an unnamed thing is still shown. A unit is called as under the
 * given borders.
 */
export function nameOf(
  names: Names,
  dimension: string,
  code: string,
  language: Language,
  borders?: Borders,
): string {
  const unit = dimension === 'unit' ? borders?.unit(code) : undefined;
  if (unit) return unit.shortName;
  return names.get(dimension)?.get(code)?.[language] ?? code;
}
