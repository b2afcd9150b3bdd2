/** What we use of an Engine.IO connection; its queues are not part of its typed surface. */
export interface EngineConnection {
  readonly transport: object;
  write(packet: string, options: object): unknown;
}

/**
 * Bytes that wait in this process for one connection: Engine.IO's queue and the WebSocket's own. Text is counted by
 * characters; broadcast frames are shared between connections, so this is an upper bound of memory.
 */
export function bufferedBytes(connection: EngineConnection): number {
  const waiting: unknown = Reflect.get(socketOf(connection), 'bufferedAmount');
  let bytes = typeof waiting === 'number' ? waiting : 0;
  const queue: unknown = Reflect.get(connection, 'writeBuffer');
  if (!Array.isArray(queue)) return bytes;
  for (const packet of queue) {
    const data: unknown = packet?.data;
    if (typeof data === 'string') bytes += data.length;
    else if (ArrayBuffer.isView(data)) bytes += data.byteLength;
  }
  return bytes;
}

/** Ends the TCP connection at once. A polite close would wait for a peer that reads nothing, and hold its bytes. */
export function cutOff(connection: EngineConnection): void {
  const socket = socketOf(connection);
  if ('terminate' in socket && typeof socket.terminate === 'function') socket.terminate();
}

function socketOf({ transport }: EngineConnection): object {
  const socket: unknown = Reflect.get(transport, 'socket');
  return typeof socket === 'object' && socket !== null ? socket : {};
}
