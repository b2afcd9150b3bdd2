import type {
  Direct,
  Health,
  Orders,
  OrdersState,
  Screens,
} from '../../shared/protocol/directing.ts';
import { ORDERS_LEASE_MS } from '../../shared/protocol/directing-times.ts';
import type { DirectAck, Refusal } from '../../shared/protocol/messages.ts';
import { codedError } from '../errors.ts';
import { checkDirect, healthOf } from './direct-message.ts';

export interface DeskLimits {
  readonly leaseMs: number;
  /** Of one screen; what comes sooner is left. */
  readonly healthSpacingMs: number;
  /** Screens whose health is kept. */
  readonly maxScreens: number;
  /** How long a screen that has gone stays on the list, ms. */
  readonly goneMs: number;
  readonly tellEveryMs: number;
}

export const DESK_LIMITS: DeskLimits = {
  leaseMs: ORDERS_LEASE_MS,
  healthSpacingMs: 1000,
  maxScreens: 256,
  goneMs: 600_000,
  tellEveryMs: 1000,
};

/** What we use of one connection. */
export interface DeskSocket {
  readonly id: string;
  emit(event: string, payload: unknown): unknown;
}

export interface DeskOptions {
  /** Tells all viewers. */
  readonly tellAll: (event: 'orders', state: OrdersState) => void;
  /** A clock that only runs, ms. */
  readonly now: () => number;
  readonly limits?: Partial<DeskLimits>;
}

interface Screen {
  health: Health;
  heardAtMs: number;
  goneAtMs: number | null;
}

/** Who directs the screens, what is in force, and how the screens are (PROTOCOL.md, R25–R31). */
export class DirectorDesk {
  readonly #options: DeskOptions;
  readonly #limits: DeskLimits;
  readonly #directors = new Map<string, DeskSocket>();
  readonly #screens = new Map<string, Screen>();
  #orders: Orders | null = null;
  #revision = 0;
  #givenAtMs = 0;
  #leftAtMs = 0;
  #isUntold = false;
  #toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.#limits = { ...DESK_LIMITS, ...options.limits };
  }

  get state(): OrdersState {
    const ageMs = this.#orders ? this.#options.now() - this.#givenAtMs : 0;
    return { revision: this.#revision, orders: this.#orders, ageMs };
  }

  /** A `direct` of a viewer that may. */
  direct(socket: DeskSocket, raw: unknown): DirectAck {
    const checked = checkDirect(raw);
    if ('refused' in checked) return { error: errorOf(checked.refused) };
    this.#directors.set(socket.id, socket);
    this.#take(checked.message);
    socket.emit('screens', this.#list());
    return this.state;
  }

  hear(socket: DeskSocket, raw: unknown): void {
    const health = healthOf(raw);
    const known = this.#screens.get(socket.id);
    const nowMs = this.#options.now();
    if (!health || (known && nowMs - known.heardAtMs < this.#limits.healthSpacingMs)) return;
    if (!known) this.#forgetNamesake(health.name);
    if (!known && this.#screens.size >= this.#limits.maxScreens) return;
    this.#screens.set(socket.id, { health, heardAtMs: nowMs, goneAtMs: null });
    this.#isUntold = true;
  }

  leave({ id }: DeskSocket): void {
    if (this.#directors.delete(id) && this.#directors.size === 0) {
      this.#leftAtMs = this.#options.now();
    }
    const screen = this.#screens.get(id);
    if (!screen) return;
    screen.goneAtMs = this.#options.now();
    this.#isUntold = true;
  }

  /** Call every now and then: what only passing time brings about. */
  turn(): void {
    const nowMs = this.#options.now();
    const isLeft = this.#directors.size === 0;
    if (isLeft && this.#orders && nowMs - this.#leftAtMs >= this.#limits.leaseMs) this.#put(null);
    for (const [id, { goneAtMs }] of this.#screens) {
      if (goneAtMs === null || nowMs - goneAtMs < this.#limits.goneMs) continue;
      this.#screens.delete(id);
      this.#isUntold = true;
    }
    if (isLeft || !this.#isUntold || nowMs - this.#toldAtMs < this.#limits.tellEveryMs) return;
    this.#isUntold = false;
    this.#toldAtMs = nowMs;
    const screens = this.#list();
    for (const director of this.#directors.values()) director.emit('screens', screens);
  }

  #take({ orders }: Direct): void {
    if (orders !== undefined) this.#put(orders);
  }

  #put(orders: Orders | null): void {
    this.#orders = orders;
    this.#revision += 1;
    this.#givenAtMs = this.#options.now();
    this.#options.tellAll('orders', this.state);
  }

  #forgetNamesake(name: string): void {
    for (const [id, { health, goneAtMs }] of this.#screens) {
      if (goneAtMs !== null && health.name === name) this.#screens.delete(id);
    }
  }

  #list(): Screens {
    const nowMs = this.#options.now();
    return [...this.#screens].map(([id, { health, heardAtMs, goneAtMs }]) => ({
      id,
      health,
      silentMs: nowMs - heardAtMs,
      isGone: goneAtMs !== null,
    }));
  }
}

export function refuseDirecting(): DirectAck {
  return {
    error: errorOf(
      codedError('IOC_ACCESS_REFUSED', { came: 'of this token', where: 'direct the screens' }),
    ),
  };
}

function errorOf({ code, message }: Refusal): Refusal {
  return { code, message };
}
