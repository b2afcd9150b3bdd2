import { Agent, request } from 'node:http';
import type { PushResult } from '../../http/ports.ts';
import type { ServerProcess } from './server-process.ts';

/** Pushes bodies over a number of connections that are kept open. */
export function createPusher({ url, ingestKey }: ServerProcess, connections: number) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const push = (body: Buffer) =>
    new Promise<PushResult>((resolve, reject) => {
      const headers = {
        authorization: `Bearer ${ingestKey}`,
        'content-type': 'application/x-ndjson',
        'content-length': body.length,
      };
      const call = request(`${url}/api/v1/events`, { method: 'POST', agent, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if (answer.statusCode === 200) resolve(JSON.parse(text));
          else reject(new Error(`push: ${answer.statusCode} ${text}`));
        });
      });
      call.on('error', reject);
      call.end(body);
    });
  return {
    /** Pushes until `isDone`, `connections` bodies at a time; returns the number of events accepted. */
    async pushUntil(nextBody: () => Buffer, isDone: (accepted: number) => boolean) {
      let accepted = 0;
      const lane = async () => {
        while (!isDone(accepted)) {
          const result = await push(nextBody());
          const [wrong] = result.quarantined;
          if (wrong) throw new Error(`quarantined: ${wrong.code} ${wrong.path} ${wrong.message}`);
          accepted += result.accepted;
        }
      };
      await Promise.all(Array.from({ length: connections }, lane));
      return accepted;
    },
    push,
    close: () => agent.destroy(),
  };
}
