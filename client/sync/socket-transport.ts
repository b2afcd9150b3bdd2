import { io, type Socket } from 'socket.io-client';
import type { ClientMessages, Notice, ServerMessages } from '../../shared/protocol/messages.ts';
import type { Connect } from './transport.ts';

export interface SocketTransportOptions {
  /** Origin of the server; empty for the page's own. */
  readonly url: string;
  readonly token: () => string;
}

/** One Socket.IO connection a call: reconnecting, with its own waits and resume, is the business of `Sync`. */
export function socketTransport({ url, token }: SocketTransportOptions): Connect {
  return (events) => {
    const socket: Socket<ServerMessages, ClientMessages> = io(`${url}/live`, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      timeout: 10_000,
      auth: { token: token() },
    });
    socket.on('connect', events.opened);
    socket.on('disconnect', events.lost);
    socket.on('connect_error', (error) => {
      const notice = noticeOf(error);
      if (notice) events.refused(notice);
      else events.lost();
    });
    socket.on('snapshot', events.snapshot);
    socket.on('delta', events.delta);
    socket.on('frame', events.frame);
    socket.on('changes', events.changes);
    socket.on('heartbeat', events.heartbeat);
    socket.on('notice', events.notice);
    socket.on('orders', events.orders);
    socket.on('screens', events.screens);
    socket.on('changed', events.changed);
    return {
      subscribe: (message, ack) => socket.emit('subscribe', message, ack),
      unsubscribe: (key) => socket.emit('unsubscribe', { key }),
      direct: (message, ack) => socket.emit('direct', message, ack),
      health: (message) => socket.emit('health', message),
      close() {
        socket.removeAllListeners();
        socket.disconnect();
      },
    };
  };
}

/** A refusal by the server carries its notice; any other error is a matter of the network. */
function noticeOf(error: Error): Notice | undefined {
  const data: unknown = 'data' in error ? error.data : undefined;
  if (typeof data !== 'object' || data === null || !('code' in data)) return undefined;
  const message = 'message' in data ? String(data.message) : error.message;
  return { code: String(data.code), message };
}
