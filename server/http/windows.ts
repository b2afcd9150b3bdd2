import { type TypeBoxTypeProvider, TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync } from 'fastify';
import { type CameraWindowRow, NewWindow, WindowDeed } from '../../shared/record/camera-window.ts';
import type { Principal } from '../access/principal.ts';
import type { ActJournal } from '../store/journal.ts';
import { allow, principalOf, whenReady } from './guard.ts';
import type { AccessPort, Readiness } from './ports.ts';
import { limitRate } from './rates.ts';

/** Planned maintenance of cameras; all reject with a coded error. */
export interface WindowsPort {
  windows(unit: string, principal: Principal): Promise<readonly CameraWindowRow[]>;
  /** Gives the window's code. */
  planWindow(asked: NewWindow, principal: Principal): Promise<string>;
  changeWindow(window: string, deed: WindowDeed, principal: Principal): Promise<void>;
}

export interface WindowRoutesOptions {
  readonly core: WindowsPort;
  readonly journal: ActJournal;
  /** Real time, ms. */
  readonly now: () => number;
  readonly access: AccessPort;
  readonly readiness: () => Readiness;
  readonly readsPerMinute: number;
}

const TOPIC = 'camera-window';
const PLACE = '/api/v1/cameras/windows';

/** Planned maintenance of cameras; who planned or ended what is written down. */
export const windowRoutes: FastifyPluginAsync<WindowRoutesOptions> = async (app, options) => {
  const { core, journal, now } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.addHook('onRequest', allow(options.access, 'operate'));
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  app.addHook('onRequest', whenReady(options.readiness));
  const note = (subject: string, kind: string, { name: by }: Principal, body: object) =>
    journal.append({ at: now(), by, topic: TOPIC, subject, kind, body: { ...body } });

  app.get<{ Querystring: { unit?: string } }>(PLACE, async (request) => {
    const { unit = '' } = request.query;
    const rows = await core.windows(unit, principalOf(request));
    const planned = (await journal.read(TOPIC)).filter(({ kind }) => kind === 'planned');
    const authors = new Map(planned.map(({ subject, by }) => [subject, by]));
    return rows.map((row) => ({ ...row, by: authors.get(row.window) ?? null }));
  });
  const typed = app.withTypeProvider<TypeBoxTypeProvider>();
  typed.post(PLACE, { schema: { body: NewWindow } }, async (request, reply) => {
    const principal = principalOf(request);
    const window = await core.planWindow(request.body, principal);
    await note(window, 'planned', principal, request.body);
    return reply.code(201).send({ window });
  });
  typed.post<{ Params: { window: string }; Body: WindowDeed }>(
    `${PLACE}/:window/deeds`,
    { schema: { body: WindowDeed } },
    async (request) => {
      const { window } = request.params;
      const principal = principalOf(request);
      await core.changeWindow(window, request.body, principal);
      await note(window, request.body.deed, principal, {});
      return { window };
    },
  );
};
