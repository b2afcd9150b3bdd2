import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { codedError, IocError } from './errors.ts';

/** How a setting reads its text; the schema then says which values are right. */
interface Setting<S extends TSchema = TSchema> {
  readonly schema: S;
  /** What a right value looks like, in words. */
  readonly expected: string;
  readonly doc: string;
  readonly unit?: string;
  /** A wrong value of a secret is never repeated. */
  readonly secret?: true;
  /** Used where nothing is set; without it the setting stays undefined. */
  readonly fallback?: string;
}

const whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const setting = <S extends TSchema, X extends Omit<Setting<S>, 'schema'>>(schema: S, rest: X) => ({
  schema,
  ...rest,
});
const secret = (doc: string) =>
  setting(Type.String({ minLength: 32, maxLength: 512, pattern: '^[!-~]+$' }), {
    expected: 'at least 32 printable ASCII characters',
    secret: true,
    doc,
  });
const count = (fallback: number, min: number, max: number, unit: string, doc: string) =>
  setting(whole(min, max), {
    expected: `a whole number from ${min} to ${max}`,
    fallback: String(fallback),
    unit,
    doc,
  });

const MIB = 1_048_576;
const CLOCK =
  /^(?:real|replay:(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d))@(\d+(?:\.\d+)?))$/;

/** One row a setting: type, default, unit and meaning. The README's table is tested against it. */
export const SETTINGS = {
  HOST: setting(Type.String({ minLength: 1, pattern: '^[A-Za-z0-9.:_-]+$' }), {
    expected: 'a host name or address',
    fallback: '127.0.0.1',
    doc: 'Address to listen on; loopback only unless set',
  }),
  PORT: setting(whole(0, 65_535), {
    expected: 'a whole number from 0 to 65535',
    fallback: '8080',
    doc: 'Port to listen on; 0 takes a free one',
  }),
  IOC_DATA: setting(Type.String({ minLength: 1 }), {
    expected: 'a directory',
    fallback: './data',
    doc: 'Directory of the embedded store and of generated tokens',
  }),
  IOC_PACK: setting(Type.String({ minLength: 1 }), {
    expected: 'a directory with a province pack',
    fallback: './fixtures/provinces/binh-duong',
    doc: 'Province pack to run',
  }),
  IOC_BOUNDARIES: setting(Type.String({ minLength: 1 }), {
    expected: 'a directory with GeoJSON files',
    doc: "Official boundaries that replace the pack's schematic ones",
  }),
  IOC_BASEMAP: setting(Type.String({ minLength: 1, pattern: '[.]pmtiles$' }), {
    expected: 'a file ending in .pmtiles',
    doc: 'Base map drawn under the areas; none without it',
  }),
  IOC_CLOCK: setting(Type.String({ pattern: CLOCK.source }), {
    expected: '"real" or "replay:<instant>@<speed>", e.g. replay:2023-12-28T07:00:00+07:00@60',
    doc: 'Real time, or a virtual clock; unset: what the pack asks for, else real',
  }),
  IOC_ADMIN_TOKEN: secret('Bearer token of the administrator; else a one-time link is printed'),
  IOC_DEVICE_TOKEN: secret('Bearer token of the wall; else generated once and kept'),
  IOC_INGEST_KEY: secret('Bearer token of pushing systems; else generated once and kept'),
  IOC_LOG_LEVEL: setting(Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), {
    expected: 'fatal, error, warn, info, debug or silent',
    fallback: 'info',
    doc: 'How much the process logs',
  }),
  IOC_ALLOWED_HOSTS: setting(Type.String({ pattern: '^[A-Za-z0-9.:,_-]*$' }), {
    expected: 'host names, comma between',
    fallback: '',
    doc: 'Host headers let through beside loopback and HOST',
  }),
  IOC_SMTP_URL: setting(Type.String({ minLength: 1, pattern: '^smtps?://[^\\s]+$' }), {
    expected: 'smtp://user:password@host:587 or smtps://…',
    secret: true,
    doc: 'Mail server for notices; none is mailed without it',
  }),
  IOC_SMTP_FROM: setting(Type.String({ pattern: '^[^\\s@]+@[^\\s@]+$' }), {
    expected: 'a mail address',
    fallback: 'ioc@localhost',
    doc: 'Sender of mails',
  }),
  IOC_NOTIFY_EMAILS: setting(Type.String({ pattern: '^([^\\s@,]+@[^\\s@,]+(,(?!$)|$))*$' }), {
    expected: 'mail addresses, comma between',
    fallback: '',
    doc: 'Who is mailed what names nobody of its own',
  }),
  IOC_MAIL_ALLOWED: setting(Type.String({ pattern: '^([A-Za-z0-9._%+@-]+(,(?!$)|$))*$' }), {
    expected: 'mail addresses or domains, comma between',
    fallback: '',
    doc: 'Addresses and domains that lists may be mailed to; any without it',
  }),
  IOC_PUBLIC_URL: setting(Type.String({ pattern: '^https?://[^\\s/?#]+$' }), {
    expected: 'a URL without a path, https://ioc.example.vn',
    doc: 'Where people reach the server: links in mails begin with it',
  }),
  IOC_BODY_LIMIT: count(32 * MIB, 1024, 512 * MIB, 'bytes', 'Largest pushed body'),
  IOC_INFLIGHT_LIMIT: count(256 * MIB, 1024, 4096 * MIB, 'bytes', 'Pushed bodies held at once'),
  IOC_PUSH_RATE: count(600_000, 1, 1e9, 'requests a minute', 'Pushes a minute and key'),
  IOC_QUERY_RATE: count(6000, 1, 1e9, 'requests a minute', 'Other calls a minute and address'),
  IOC_FUTURE_LIMIT: count(2, 0, 3650, 'days', 'How far ahead of the clock an event may lie'),
  IOC_LINK_LIFE: count(60, 1, 10_080, 'minutes', 'Life of the one-time admin link'),
  IOC_SESSION_LIFE: count(12, 1, 720, 'hours', 'Life of a session from that link'),
} as const satisfies Record<string, Setting>;

type Name = keyof typeof SETTINGS;
type Settings = {
  readonly [N in Name]: (typeof SETTINGS)[N] extends { fallback: string }
    ? Static<(typeof SETTINGS)[N]['schema']>
    : Static<(typeof SETTINGS)[N]['schema']> | undefined;
};

export type ClockSetting =
  | { readonly kind: 'real' }
  /** Starts at `from` (ms) and runs `speed` times as fast as real time. */
  | { readonly kind: 'replay'; readonly from: number; readonly speed: number };

export interface Config {
  readonly settings: Settings;
  /** Undefined: the pack decides. */
  readonly clock: ClockSetting | undefined;
}

/** Reads and checks all settings; every wrong one is named in the one exception that stops the start. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>> = process.env,
): Config {
  const wrong: string[] = [];
  const values = Object.entries<Setting>(SETTINGS).map(([name, row]) => {
    const text = env[name] === undefined || env[name] === '' ? row.fallback : env[name];
    if (text === undefined) return [name, undefined];
    const value = Type.IsInteger(row.schema) ? toNumber(text) : text;
    if (!Value.Check(row.schema, value)) wrong.push(describeWrong(name, row, text));
    return [name, value];
  });
  for (const name of Object.keys(env)) {
    if (name.startsWith('IOC_') && !(name in SETTINGS)) {
      wrong.push(describe(name, 'no such setting', 'one'));
    }
  }
  const settings: Settings = Object.fromEntries(values);
  const clock = settings.IOC_CLOCK === undefined ? undefined : parseClock(settings.IOC_CLOCK);
  if (settings.IOC_CLOCK !== undefined && clock === undefined && wrong.length === 0) {
    wrong.push(describeWrong('IOC_CLOCK', SETTINGS.IOC_CLOCK, settings.IOC_CLOCK));
  }
  if (wrong.length > 0) throw new ConfigError(wrong);
  return { settings, clock };
}

/** Every wrong setting, a line each. */
export class ConfigError extends IocError {
  readonly lines: readonly string[];

  constructor(lines: readonly string[]) {
    super('IOC_CONFIG_INVALID');
    this.lines = lines;
    this.message = lines.join('\n');
  }
}

function toNumber(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

function describeWrong(name: string, row: Setting, text: string): string {
  const came = row.secret ? `${text.length} characters that are not that` : JSON.stringify(text);
  return describe(name, row.expected, came);
}

function describe(where: string, expected: string, came: string): string {
  return codedError('IOC_CONFIG_INVALID', { where, expected, came }).message;
}

/** Undefined where the text is no clock. */
export function parseClock(text: string): ClockSetting | undefined {
  const match = CLOCK.exec(text);
  if (!match) return undefined;
  if (text === 'real') return { kind: 'real' };
  const from = Date.parse(match[1] ?? '');
  const speed = Number(match[2]);
  return Number.isFinite(from) && speed > 0 ? { kind: 'replay', from, speed } : undefined;
}
