import { spawnCoreThread } from './core-thread.ts';

/** The core's thread imports its code while this one imports the edges': one after the other they are a second. */
const thread = spawnCoreThread();
const { serve } = await import('./serve.ts');
await serve(thread);
