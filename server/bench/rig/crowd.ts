import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { CrowdAnswer, CrowdOrder } from './viewer-crowd.ts';

/** A crowd of viewers in a process of its own, so that their cost is not counted as the server's. */
export function openCrowd() {
  const child = fork(new URL('./viewer-crowd.js', import.meta.url), { serialization: 'advanced' });
  return {
    async order(order: CrowdOrder): Promise<readonly number[]> {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [CrowdAnswer];
      return answer.ms;
    },
    close: () => child.kill(),
  };
}
