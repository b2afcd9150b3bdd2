import { Value } from 'typebox/value';
import { type Rule, Rules } from '../../shared/alarm/rule.ts';
import { findRuleFaults, type RuleSurroundings } from '../../shared/alarm/rule-faults.ts';
import type { RulesSave, RulesTold } from '../../shared/alarm/rules-desk.ts';
import { type CodedError, codedError, type ErrorDetail, IocError } from '../errors.ts';
import type { DocumentStore } from '../store/documents.ts';

/** There is one list of rules; its versions are those of this document. */
const PLACE = { kind: 'rules', id: 'rules' } as const;

export interface RulesPorts {
  readonly documents: Pick<DocumentStore, 'read' | 'save'>;
  /** As the pack ships them. */
  readonly shipped: Rules;
  readonly around: RuleSurroundings;
  readonly root: string;
  /** Real time, ms. */
  readonly now: () => number;
  readonly onNotice: (fault: CodedError) => void;
}

/** The rules as the newest sound version has them. */
export class RulesInForce {
  readonly #ports: RulesPorts;
  #told: RulesTold;

  constructor(ports: RulesPorts) {
    this.#ports = ports;
    this.#told = { version: 0, rules: ports.shipped };
  }

  get told(): RulesTold {
    return this.#told;
  }

  rule(id: string): Rule | undefined {
    return this.#told.rules.find((rule) => rule.id === id);
  }

  /** Reads the newest version; one that is not sound (saved as a plain document) is told and left alone. */
  async refresh(): Promise<void> {
    const newest = await this.read();
    if (!newest || newest.version === this.#told.version) return;
    const fault = this.faultOf(newest.rules);
    if (fault) this.#ports.onNotice(codedError('IOC_ALARM_RULES', fault));
    else this.#told = newest;
  }

  /** Undefined: there is no such version. */
  async read(version?: number): Promise<RulesTold | undefined> {
    if (version === 0) return { version, rules: this.#ports.shipped };
    const found = await this.#ports.documents.read(PLACE.kind, PLACE.id, version);
    if (!found)
      return version === undefined ? { version: 0, rules: this.#ports.shipped } : undefined;
    const { at, by, title, body } = found;
    // Whether they are sound is looked at before they are used.
    return { version: found.version, at, by, reason: title, rules: body.rules as Rules };
  }

  /** Checks, keeps, and from then on uses them; a fault is refused with its place. */
  async save({ ifVersion, reason, rules }: RulesSave, by: string): Promise<RulesTold> {
    const fault = this.faultOf(rules);
    if (fault) throw new IocError('IOC_ALARM_RULES', fault);
    await this.#ports.documents.save({
      ...{ ...PLACE, ifVersion, title: reason, by, at: this.#ports.now() },
      ...{ unit: this.#ports.root, removed: false, body: { rules } },
    });
    await this.refresh();
    return this.#told;
  }

  /** The first thing that is wrong with a list of rules, with its place in it. */
  faultOf(rules: unknown): ErrorDetail | undefined {
    if (Value.Check(Rules, rules)) return findRuleFaults(rules, this.#ports.around)[0];
    const [error] = Value.Errors(Rules, rules);
    const where = error?.instancePath.slice(1) ?? '';
    return { where, expected: error?.message ?? 'the schema of rules', came: 'something else' };
  }
}
