import { emptyContent, openMemoryStore } from './memory-store.ts';
import { describeStore } from './store.contract.ts';

describeStore('memory', () => {
  const content = emptyContent();
  return { open: () => openMemoryStore(content), remove() {} };
});
