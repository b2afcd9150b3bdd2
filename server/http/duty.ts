import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { IncidentDeed, NewIncident } from '../../shared/duty/incident.ts';
import { ShiftDeed } from '../../shared/duty/shift.ts';
import { NewTask, TaskDeed } from '../../shared/duty/task.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { DeskRoutesOptions } from './desk-port.ts';
import { allow, principalOf } from './guard.ts';

interface ById {
  readonly Params: { readonly id: string };
}

/** Work of a shift: tasks, the log with its hand-overs, incidents. All of it within the asker's units. */
export const dutyRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  app.addHook('onRequest', allow(options.access, 'operate'));
  await app.register(taskRoutes, options);
  await app.register(shiftRoutes, options);
  await app.register(incidentRoutes, options);
};

const taskRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, { duty, sees }) => {
  const { tasks } = duty;
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  app.get('/api/v1/tasks', async (request) => {
    const list = await tasks.list();
    return list.filter(({ unit }) => sees(principalOf(request), unit));
  });
  typed.post('/api/v1/tasks', { schema: { body: NewTask } }, async (request, reply) => {
    const principal = principalOf(request);
    mustSee(sees, principal, request.body.unit);
    return reply.code(201).send(await tasks.open(request.body, principal.name));
  });
  typed.post<ById & { Body: TaskDeed }>(
    '/api/v1/tasks/:id/deeds',
    { schema: { body: TaskDeed } },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params;
      mustKnow(sees, principal, 'task', id, (await tasks.find(id)).unit);
      if (request.body.unit !== undefined) mustSee(sees, principal, request.body.unit);
      return tasks.do(id, request.body, principal.name);
    },
  );
};

const shiftRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, { duty, sees }) => {
  const { shifts } = duty;
  interface ByUnit {
    readonly Params: { readonly unit: string };
  }
  app.get<ByUnit>('/api/v1/shifts/:unit', async (request) => {
    mustSee(sees, principalOf(request), request.params.unit);
    return shifts.log(request.params.unit);
  });
  app.get<ByUnit>('/api/v1/shifts/:unit/items', async (request) => {
    mustSee(sees, principalOf(request), request.params.unit);
    return shifts.items(request.params.unit);
  });
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post<ByUnit & { Body: ShiftDeed }>(
      '/api/v1/shifts/:unit/deeds',
      { schema: { body: ShiftDeed } },
      async (request) => {
        const principal = principalOf(request);
        mustSee(sees, principal, request.params.unit);
        return shifts.do(request.params.unit, request.body, principal.name);
      },
    );
};

const incidentRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, { duty, sees }) => {
  const { incidents } = duty;
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  app.get('/api/v1/incidents', async (request) => {
    const list = await incidents.list();
    return list.filter(({ unit }) => sees(principalOf(request), unit));
  });
  typed.post('/api/v1/incidents', { schema: { body: NewIncident } }, async (request, reply) => {
    const principal = principalOf(request);
    mustSee(sees, principal, request.body.unit);
    return reply.code(201).send(await incidents.open(request.body, principal.name));
  });
  typed.post<ById & { Body: IncidentDeed }>(
    '/api/v1/incidents/:id/deeds',
    { schema: { body: IncidentDeed } },
    async (request) => {
      const principal = principalOf(request);
      const { id } = request.params;
      mustKnow(sees, principal, 'incident', id, (await incidents.find(id)).unit);
      return incidents.do(id, request.body, principal.name);
    },
  );
};

type Sees = DeskRoutesOptions['sees'];

function mustSee(sees: Sees, principal: Principal, unit: string): void {
  if (sees(principal, unit)) return;
  const expected = principal.scope.join(', ') || 'nothing';
  throw new IocError('IOC_ACCESS_UNIT', { expected, came: unit, where: 'unit' });
}

/** Whoever does not see its unit is told what they would be told of one that does not exist. */
function mustKnow(sees: Sees, principal: Principal, what: string, id: string, unit: string): void {
  if (sees(principal, unit)) return;
  throw new IocError('IOC_DUTY_UNKNOWN', { expected: what, where: id.slice(0, 80) });
}
