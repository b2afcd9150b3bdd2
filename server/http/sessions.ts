import type { FastifyPluginAsync } from 'fastify';
import { IocError } from '../errors.ts';
import { refuse } from './failures.ts';
import type { AccessPort } from './ports.ts';
import { limitRate } from './rates.ts';

export interface SessionRoutesOptions {
  readonly access: AccessPort;
}

/** Guesses a minute and address. */
const TRIES = 20;

/** `POST /api/v1/sessions {code}`: a one-time link's code for a session's token, once. */
export const sessionRoutes: FastifyPluginAsync<SessionRoutesOptions> = async (app, { access }) => {
  await limitRate(app, TRIES, (request) => request.ip);
  app.post('/api/v1/sessions', { bodyLimit: 4096 }, async (request, reply) => {
    const { code }: Record<string, unknown> = Object(request.body);
    if (typeof code !== 'string') {
      const detail = { where: '$.code', expected: 'a text', came: typeof code };
      throw new IocError('IOC_HTTP_INVALID', detail);
    }
    const session = access.redeem(code);
    if (!('token' in session)) return refuse(reply, session);
    reply.header('cache-control', 'no-store');
    const expiresAt = new Date(session.expiresAt).toISOString();
    return { token: session.token, role: 'admin', expiresAt };
  });
};
