import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeLog } from './log.contract.ts';
import { openSqliteLog } from './sqlite-log.ts';

describeLog('sqlite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'ioc-log-'));
  return {
    open: (quarantine) => openSqliteLog(quarantine ? { directory, quarantine } : { directory }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
});
