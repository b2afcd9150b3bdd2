import { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { Board } from '../../shared/board/board.ts';
import type { WallBoard } from '../../shared/board/wall-board.ts';
import type { WallBoards } from '../boards/wall-boards.ts';
import { allow, principalOf } from './guard.ts';
import { keepJson } from './kept-json.ts';
import type { AccessPort } from './ports.ts';
import { limitRate } from './rates.ts';

export interface WallBoardRoutesOptions {
  readonly walls: Pick<WallBoards, 'list' | 'placed' | 'place' | 'withdraw'>;
  /** The pack's own. */
  readonly boards: readonly Board[];
  readonly access: AccessPort;
  readonly readsPerMinute: number;
}

const Placing = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
);
interface Place {
  readonly Params: { readonly id: string };
}

/** The boards of the wall, and what of them is not the pack's. Who says what all screens show may change that. */
export const wallBoardRoutes: FastifyPluginAsync<WallBoardRoutesOptions> = async (app, options) => {
  const { walls, access } = options;
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  await limitRate(app, options.readsPerMinute, (request) => request.ip);
  const reading = { onRequest: allow(access, 'read') };
  const directing = { onRequest: allow(access, 'direct') };
  const sendPack = keepJson(options.boards);
  const sendWall = keepNewest(() => walls.list());

  app.get('/api/v1/boards', reading, (request, reply) => {
    const { from }: Record<string, unknown> = Object(request.query);
    return from === 'pack' ? sendPack(request, reply) : sendWall(request, reply);
  });
  app.get('/api/v1/boards/placed', reading, (_, reply) => {
    reply.header('cache-control', 'no-store');
    return walls.placed();
  });
  app.put<Place & { Body: { version: number } }>(
    '/api/v1/boards/:id/place',
    { ...directing, schema: { body: Placing } },
    (request): Promise<WallBoard> => {
      const { params, body } = request;
      return walls.place(params.id, body.version, principalOf(request).name);
    },
  );
  app.delete<Place>('/api/v1/boards/:id/place', directing, async (request, reply) => {
    await walls.withdraw(request.params.id, principalOf(request).name);
    return reply.code(204).send();
  });
};

/** Encoded once for each value, told apart by identity. */
function keepNewest(get: () => unknown) {
  let kept = get();
  let send = keepJson(kept);
  return (request: FastifyRequest, reply: FastifyReply) => {
    const value = get();
    if (value !== kept) {
      kept = value;
      send = keepJson(kept);
    }
    return send(request, reply);
  };
}
