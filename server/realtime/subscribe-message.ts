import { Compile } from 'typebox/compile';
import { type Refusal, Subscribe, Unsubscribe } from '../../shared/protocol/messages.ts';
import { PROTOCOL } from '../../shared/protocol/version.ts';
import { codedError } from '../errors.ts';

const subscribe = Compile(Subscribe);
const unsubscribe = Compile(Unsubscribe);

export type Checked = { readonly message: Subscribe } | { readonly refused: Refusal };

export function checkSubscribe(message: unknown): Checked {
  const outdated = refuseOtherProtocol(message);
  if (outdated) return { refused: outdated };
  return subscribe.Check(message)
    ? { message }
    : { refused: refuseShape(subscribe.Errors(message)) };
}

/** The number comes first: a message of another protocol may well have another shape. */
export function refuseOtherProtocol(message: unknown): Refusal | undefined {
  const protocol = numberOf(message);
  if (protocol === undefined || protocol === PROTOCOL) return undefined;
  return codedError('IOC_LIVE_PROTOCOL', { expected: PROTOCOL, came: protocol });
}

interface ShapeError {
  readonly instancePath: string;
  readonly message: string;
}

export function refuseShape([error]: readonly ShapeError[]): Refusal {
  return codedError('IOC_LIVE_INVALID', {
    where: error?.instancePath || '/',
    expected: error?.message ?? 'a message of the protocol',
    came: 'another value',
  });
}

export function keyToLeave(message: unknown): string | undefined {
  return unsubscribe.Check(message) ? message.key : undefined;
}

function numberOf(message: unknown): number | undefined {
  if (typeof message !== 'object' || message === null || !('protocol' in message)) return undefined;
  return typeof message.protocol === 'number' ? message.protocol : undefined;
}
