import { describe, expect, it } from 'vitest';
import { parseClock, readConfig } from './config.ts';
import { codedError, IocError } from './errors.ts';

describe('settings', () => {
  it('without any, gives the defaults: loopback, port 8080, ./data', () => {
    const { settings, clock } = readConfig({});
    expect(settings).toMatchObject({ HOST: '127.0.0.1', PORT: 8080, IOC_DATA: './data' });
    expect(settings.IOC_ADMIN_TOKEN).toBeUndefined();
    expect(clock).toBeUndefined();
  });

  it('a wrong one stops the start with its name, what was expected and what came', () => {
    expect(() => readConfig({ PORT: '80a' })).toThrow(
      'setting PORT: expected a whole number from 0 to 65535, came "80a"',
    );
    expect(() => readConfig({ PORT: '1e3' })).toThrow('PORT');
    expect(() => readConfig({ IOC_LOG_LEVEL: 'loud' })).toThrow('fatal, error');
  });

  it('people reach the server at a URL without a path', () => {
    const IOC_PUBLIC_URL = 'https://ioc.example.vn';
    expect(readConfig({ IOC_PUBLIC_URL }).settings.IOC_PUBLIC_URL).toBe(IOC_PUBLIC_URL);
    for (const wrong of ['ioc.example.vn', 'https://ioc.example.vn/', 'ftp://ioc.example.vn'])
      expect(() => readConfig({ IOC_PUBLIC_URL: wrong })).toThrow('IOC_PUBLIC_URL');
  });

  it('all wrong ones are named at once', () => {
    expect(() => readConfig({ PORT: '-1', IOC_CLOCK: 'sun' })).toThrow(/PORT[\s\S]*IOC_CLOCK/);
  });

  it('a misspelt one is named', () => {
    expect(() => readConfig({ IOC_PAKC: './x' })).toThrow('IOC_PAKC');
  });

  it('a secret is never repeated', () => {
    const message = messageOf(() => readConfig({ IOC_INGEST_KEY: 'hunter2' }));
    expect(message).toContain('IOC_INGEST_KEY: expected at least 32');
    expect(message).not.toContain('hunter2');
  });

  it('the clock is real or a replay from an instant at a speed', () => {
    expect(parseClock('real')).toEqual({ kind: 'real' });
    expect(parseClock('replay:2023-12-28T07:00:00+07:00@60')).toEqual({
      kind: 'replay',
      from: Date.UTC(2023, 11, 28),
      speed: 60,
    });
    expect(parseClock('replay:2023-12-28T07:00:00+07:00@0')).toBeUndefined();
    expect(() => readConfig({ IOC_CLOCK: 'replay:2023-13-28T07:00:00Z@1' })).toThrow('IOC_CLOCK');
  });
});

describe('coded errors', () => {
  it('say what was expected, what came and where', () => {
    expect(
      codedError('IOC_INGEST_DATE', { where: '$.time', expected: 'a date', came: 'x' }),
    ).toEqual({
      code: 'IOC_INGEST_DATE',
      message: '$.time: expected a date, came x',
      where: '$.time',
    });
  });

  it('carry the HTTP status as an exception', () => {
    expect(new IocError('IOC_HTTP_BUSY', { expected: 10 })).toMatchObject({
      status: 503,
      retryable: true,
    });
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
}
