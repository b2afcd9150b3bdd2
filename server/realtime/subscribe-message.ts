import { Compile } from 'typebox/compile';
import { type Refusal, Subscribe, Unsubscribe } from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { codedError } from '../errors.ts';

const subscribe = Compile(Subscribe);
const unsubscribe = Compile(Unsubscribe);

export type Checked = { readonly message: Subscribe } | { readonly refused: Refusal };

/** The number comes first: a message of another protocol may well have another shape. */
export function checkSubscribe(message: unknown): Checked {
  const protocol = numberOf(message);
  if (protocol !== undefined && protocol !== PROTOCOL) {
    return { refused: codedError('IOC_LIVE_PROTOCOL', { expected: PROTOCOL, came: protocol }) };
  }
  if (subscribe.Check(message)) return { message };
  const [error] = subscribe.Errors(message);
  const where = error?.instancePath || '/';
  return {
    refused: codedError('IOC_LIVE_INVALID', {
      where,
      expected: error?.message ?? 'a query',
      came: 'another value',
    }),
  };
}

export function keyToLeave(message: unknown): string | undefined {
  return unsubscribe.Check(message) ? message.key : undefined;
}

function numberOf(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null || !('protocol' in message)) return undefined;
  return typeof message.protocol === 'number' ? message.protocol : undefined;
}
