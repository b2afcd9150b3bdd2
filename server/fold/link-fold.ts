import type { Link } from '../../shared/event/link.ts';
import { millisOfInstant } from './instant.ts';
import { compareText, NewestRecords } from './newest-records.ts';
import type { LinkRecord, RecordTable } from './view.ts';

/** Connected systems and when each last exchanged something. A system is a group of its own. */
export class LinkFold extends NewestRecords<LinkRecord> implements RecordTable<LinkRecord> {
  constructor() {
    super('link', (a, b) => compareText(a.system, b.system));
  }

  apply({ system, cadenceSeconds, lastExchange, rejected = 0 }: Link, time: number, seq: number) {
    const lastExchangeMs = lastExchange === undefined ? null : millisOfInstant(lastExchange);
    this.take(system, system, { system, cadenceSeconds, lastExchangeMs, rejected, time, seq });
  }

  /** Each report is of its own moment. */
  protected restates(): boolean {
    return false;
  }
}
