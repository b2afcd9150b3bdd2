import { describeLog } from './log.contract.ts';
import { createMemoryStore, openMemoryLog } from './memory-log.ts';

describeLog('memory', () => {
  const store = createMemoryStore();
  return { open: (limits) => openMemoryLog(store, limits), remove() {} };
});
