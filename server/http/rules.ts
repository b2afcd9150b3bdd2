import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import {
  type DryRun,
  DryRunAsk,
  RulesSave,
  type RulesTold,
} from '../../shared/alarm/rules-desk.ts';
import { IocError } from '../errors.ts';
import { alarmsOf } from './alarms.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { allow, principalOf } from './guard.ts';

const BODY_LIMIT_BYTES = 1_048_576;

/** The rules of alarms: what holds, what held, a new version, and what a rule would have said. */
export const ruleRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { access, sees } = options;
  const routes = app.withTypeProvider<TypeBoxTypeProvider>();
  const operating = { onRequest: allow(access, 'operate'), bodyLimit: BODY_LIMIT_BYTES };

  app.get('/api/v1/rules', { onRequest: allow(access, 'read') }, async (request) => {
    const { version }: Record<string, unknown> = Object(request.query);
    return alarmsOf(options).rules(version === undefined ? undefined : versionOf(version));
  });
  routes.put(
    '/api/v1/rules',
    { ...operating, schema: { body: RulesSave } },
    async (request): Promise<RulesTold> => {
      const principal = principalOf(request);
      const alarms = alarmsOf(options);
      // They hold for everybody.
      if (sees(principal, alarms.root)) return alarms.saveRules(request.body, principal.name);
      const expected = principal.scope.join(', ') || 'nothing';
      throw new IocError('IOC_ACCESS_UNIT', { expected, came: alarms.root });
    },
  );
  routes.post(
    '/api/v1/rules/dry-run',
    { ...operating, schema: { body: DryRunAsk } },
    async (request): Promise<DryRun> => alarmsOf(options).dryRun(request.body),
  );
};

function versionOf(text: unknown): number {
  if (typeof text === 'string' && /^\d{1,9}$/.test(text)) return Number(text);
  const came = String(text).slice(0, 40);
  throw new IocError('IOC_HTTP_INVALID', { where: '?version', expected: 'a version', came });
}
