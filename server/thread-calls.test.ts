import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { IocError } from './errors.ts';
import { callsOver, serveCalls } from './thread-calls.ts';

const { port1, port2 } = new MessageChannel();
afterEach(() => {
  port1.close();
});

const offered = {
  count: (bytes: Uint8Array) => Promise.resolve(bytes.byteLength),
  refuse: (): Promise<number> =>
    Promise.reject(new IocError('IOC_ACCESS_UNIT', { expected: '74', came: '70', where: '/unit' })),
};

test('a call crosses the border with its bytes, its answer and its coded failure', async () => {
  serveCalls(port1, offered);
  const { calls, failAll } = callsOver<typeof offered>(port2, ['count', 'refuse']);
  const whole = new Uint8Array(1000);
  const pooled = Buffer.from('abc');
  expect(await calls.count(whole)).toBe(1000);
  expect(whole.byteLength, 'a buffer of its own moves').toBe(0);
  expect(await calls.count(pooled)).toBe(3);
  expect(pooled.toString(), 'a pooled one is copied').toBe('abc');
  const failure = await calls.refuse().catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(IocError);
  expect(failure).toMatchObject({ code: 'IOC_ACCESS_UNIT', where: '/unit', status: 403 });
  expect(String(failure)).toContain('unit 70 lies outside the scope 74');

  const never = calls.count(new Uint8Array(1));
  failAll(new Error('the worker ended'));
  await expect(never).rejects.toThrow('the worker ended');
});
