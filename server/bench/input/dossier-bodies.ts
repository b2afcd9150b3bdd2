import type { Pack } from '../../../shared/territory/pack.ts';
import { readPack } from '../../source/pack.ts';
import { chanceOf } from '../crash/random.ts';

const HEX = '0123456789abcdef';
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_DAY = Date.UTC(2019, 0, 2, 1);
const DAYS = 5 * 365 - 60;
const ID_MARK = '################';
const CODE_MARK = '@@@@@@@@@@@@';

/**
 * Endless NDJSON bodies of dossiers of a real province's units, agencies and fields over five years, each with a
 * random id and a code of its own. A few hundred bodies are written once; then only ids and codes change in place,
 * so that making them costs the measured machine next to nothing.
 */
export function createDossierBodies(eventsPerBody: number, templates = 64) {
  const chance = chanceOf(20_231_231);
  const { pack } = readPack('fixtures/provinces/binh-duong');
  const bodies = Array.from({ length: templates }, () => {
    const lines = Array.from({ length: eventsPerBody }, () => dossierLine(pack, chance));
    const bytes = Buffer.from(`${lines.join('\n')}\n`);
    return { bytes, ids: placesOf(bytes, ID_MARK), codes: placesOf(bytes, CODE_MARK) };
  });
  let made = 0;
  let code = 0;
  return (): Buffer => {
    const body = bodies[made++ % bodies.length];
    if (!body) throw new RangeError('no bodies');
    const bytes = Buffer.from(body.bytes);
    for (const place of body.ids) {
      writeHex(bytes, place, chance.whole(2 ** 32));
      writeHex(bytes, place + 8, chance.whole(2 ** 32));
    }
    for (const place of body.codes) writeDigits(bytes, place, ++code, CODE_MARK.length);
    return bytes;
  };
}

function dossierLine(pack: Pack, chance: ReturnType<typeof chanceOf>): string {
  const { code: agency, unit } = chance.pick(pack.agencies);
  const level = pack.units.find(({ code }) => code === unit)?.level ?? 'commune';
  const received = FIRST_DAY + chance.whole(DAYS) * DAY_MS + chance.whole(30_000_000);
  const at = (days: number) => localInstant(received + days * DAY_MS);
  const isOpen = chance.flip(0.02);
  const took = 1 + chance.whole(12);
  const data = {
    agency,
    code: `${agency}-${CODE_MARK}`,
    procedure: `1.00${1000 + chance.whole(400)}`,
    field: chance.pick(pack.fields).code,
    level: level === 'department' ? 'province' : level,
    intakeUnit: unit,
    unit,
    channel: chance.pick(['direct', 'online-full', 'online-full', 'online-partial', 'post']),
    status: isOpen ? '4' : '9',
    received: at(0),
    due: at(10),
    ...(isOpen ? {} : { finished: at(took), returned: at(took + 1), returnedBy: 'desk' }),
    digitisedPapers: chance.flip(0.5),
    hasFee: chance.flip(0.4),
  };
  return JSON.stringify({
    specversion: '1.0',
    id: ID_MARK,
    source: 'mot-cua',
    type: 'ioc.dossier.v1',
    time: at(isOpen ? 0 : took),
    data,
  });
}

/** As the systems of a province write it: `…+07:00`. */
function localInstant(ms: number): string {
  return new Date(ms + 7 * HOUR_MS).toISOString().replace(/[.]\d+Z$/, '+07:00');
}

function placesOf(bytes: Buffer, mark: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) places.push(at);
  return places;
}

function writeHex(bytes: Buffer, place: number, value: number): void {
  for (let i = 0; i < 8; i++) bytes[place + i] = HEX.charCodeAt((value >>> (i * 4)) & 15);
}

function writeDigits(bytes: Buffer, place: number, value: number, width: number): void {
  let rest = value;
  for (let i = width - 1; i >= 0; i--) {
    bytes[place + i] = 48 + (rest % 10);
    rest = Math.floor(rest / 10);
  }
}
