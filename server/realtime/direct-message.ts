import { Compile } from 'typebox/compile';
import { Direct, Health } from '../../shared/protocol/directing.ts';
import type { Refusal } from '../../shared/protocol/messages.ts';
import { refuseOtherProtocol, refuseShape } from './subscribe-message.ts';

const direct = Compile(Direct);
const health = Compile(Health);

export function checkDirect(
  message: unknown,
): { readonly message: Direct } | { readonly refused: Refusal } {
  const outdated = refuseOtherProtocol(message);
  if (outdated) return { refused: outdated };
  return direct.Check(message) ? { message } : { refused: refuseShape(direct.Errors(message)) };
}

export function healthOf(message: unknown): Health | undefined {
  return health.Check(message) ? message : undefined;
}
