import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import type { Alarm, AlarmDetail, AlarmFigures, AlarmList } from '../../shared/alarm/alarm.ts';
import { ALARM_DOINGS, AlarmDoing, type AlarmDoingKind } from '../../shared/alarm/alarm-doing.ts';
import { PersonDeed } from '../../shared/alarm/deed.ts';
import type { Principal } from '../access/principal.ts';
import { IocError } from '../errors.ts';
import type { AlarmsPort, DeskRoutesOptions } from './desk-port.ts';
import { allow, principalOf } from './guard.ts';

const MINUTE_MS = 60_000;
const SHOWN = ['standing', 'aside', 'all'] as const;

interface Doing {
  readonly Params: { readonly id: string; readonly act: string };
  readonly Body: AlarmDoing;
}

/** Alarms within what the asker sees, and what operators do to them. */
export const alarmRoutes: FastifyPluginAsync<DeskRoutesOptions> = async (app, options) => {
  const { access } = options;
  const reading = { onRequest: allow(access, 'read') };

  app.get('/api/v1/alarms', reading, async (request): Promise<AlarmList> => {
    const { show = 'standing' }: Record<string, unknown> = Object(request.query);
    const which = SHOWN.find((each) => each === show);
    if (which) return alarmsOf(options).list(sightOf(options, request), which);
    throw invalid('?show', SHOWN.join(', '), show);
  });
  app.get('/api/v1/alarms/figures', reading, async (request): Promise<AlarmFigures> => {
    const { days = '30' }: Record<string, unknown> = Object(request.query);
    const asked = Number(days);
    if (!Number.isInteger(asked) || asked < 1 || asked > 90)
      throw invalid('?days', 'a whole number from 1 to 90', days);
    return await alarmsOf(options).figures(asked, sightOf(options, request));
  });
  app.get<{ Params: { id: string } }>(
    '/api/v1/alarms/:id',
    reading,
    async (request): Promise<AlarmDetail> =>
      alarmsOf(options).detail(request.params.id, sightOf(options, request)),
  );
  app
    .withTypeProvider<TypeBoxTypeProvider>()
    .post<Doing>(
      '/api/v1/alarms/:id/:act',
      { schema: { body: AlarmDoing }, onRequest: allow(access, 'operate') },
      async (request): Promise<Alarm> => {
        const alarms = alarmsOf(options);
        const deed = deedOf(request.params.act, request.body, alarms.now());
        const { name } = principalOf(request);
        return alarms.act(request.params.id, deed, name, sightOf(options, request));
      },
    );
};

/** Until alarms are watched there is nothing to say of them. */
export function alarmsOf({ alarms }: Pick<DeskRoutesOptions, 'alarms'>): AlarmsPort {
  const opened = alarms();
  if (opened) return opened;
  throw new IocError('IOC_HTTP_LOADING', { came: 'alarms are not watched yet' });
}

function sightOf({ sees }: DeskRoutesOptions, request: FastifyRequest) {
  const principal: Principal = principalOf(request);
  return (unit: string) => sees(principal, unit);
}

function deedOf(act: string, body: AlarmDoing, nowMs: number): PersonDeed {
  const kind = ALARM_DOINGS.find((each): each is AlarmDoingKind => each === act);
  if (!kind) throw invalid('act', ALARM_DOINGS.join(', '), act);
  const { minutes, ...rest } = body;
  const untilMs = minutes === undefined ? {} : { untilMs: nowMs + minutes * MINUTE_MS };
  const deed = { kind, ...rest, ...untilMs };
  if (Value.Check(PersonDeed, deed)) return deed;
  throw invalid('$', NEEDED[kind], Object.keys(body).join(', ') || 'an empty object');
}

const NEEDED: Readonly<Record<AlarmDoingKind, string>> = {
  acknowledge: 'an empty object',
  reset: 'an empty object',
  shelve: 'minutes and a reason of 3 to 500 letters',
  unshelve: 'an empty object',
  'out-of-service': 'a reason of 3 to 500 letters',
  'in-service': 'an empty object',
  assign: 'to: whom',
  comment: 'a text of 3 to 500 letters',
};

function invalid(where: string, expected: string, came: unknown): IocError {
  return new IocError('IOC_HTTP_INVALID', { where, expected, came: String(came).slice(0, 80) });
}
