import type { Heartbeat } from '../../shared/protocol/messages.ts';
import type { DeskLimits } from './director-desk.ts';
import type { RealtimeLimits } from './limits.ts';
import type { LivePort } from './live-port.ts';

export interface RealtimeOptions<P> {
  readonly live: LivePort<P>;
  /** The principal a token stands for, and the address it comes from; undefined refuses the connection. */
  readonly authenticate: (token: string, from: string) => P | undefined | Promise<P | undefined>;
  /** Whether a principal that was let in would be let in again. */
  readonly isCurrent: (principal: P) => boolean;
  /** Whether it works with what people do and keep. */
  readonly isDesk: (principal: P) => boolean;
  /** Whether it may say what all screens show. */
  readonly mayDirect: (principal: P) => boolean;
  /** What the next heartbeat says. */
  readonly pulse: () => Omit<Heartbeat, 'protocol'>;
  /** A clock that only runs, ms. */
  readonly now: () => number;
  readonly log: {
    info(fields: object, message: string): void;
    warn(fields: object, message: string): void;
  };
  readonly limits?: Partial<RealtimeLimits>;
  readonly deskLimits?: Partial<DeskLimits>;
}

export interface RealtimeStats {
  readonly viewers: number;
  /** Questions with viewers. */
  readonly questions: number;
  /** Viewers that stepped out because they read too slowly. */
  readonly behind: number;
  readonly bufferedBytes: number;
  /** Since the start. */
  readonly cutOff: number;
}
