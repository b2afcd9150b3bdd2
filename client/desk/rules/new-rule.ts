import type { Rule, RuleCondition, RuleQuery, Rules } from '../../../shared/alarm/rule.ts';
import type { Measure } from '../../../shared/measure/measure.ts';
import { searchKey } from '../../../shared/unit/text.ts';

export const RULE_KINDS = [
  'threshold',
  'change',
  'rate',
  'missing',
  'stale-source',
  'outage',
] as const;
export type RuleKind = (typeof RULE_KINDS)[number];
export const RULE_PERIODS = [
  'today',
  'last-7-days',
  'last-30-days',
  'this-month',
  'this-year',
] as const;
export const PRIORITIES = [1, 2, 3, 'diagnostic'] as const;

/** What stands in the form, as typed. */
const BLANK = {
  ...{ title: '', kind: 'threshold', measure: '', unit: '', split: 'none', period: 'today' },
  ...{ is: 'above', against: 'number', limit: '', deadBand: '0', as: 'percent' },
  ...{ overDays: '7', overMinutes: '60' },
  ...{ source: '', cadences: '3', minCameras: '5', silence: 'no' },
  ...{ priority: '3', latches: 'no', responseMinutes: '60' },
  ...{ onDelaySeconds: '300', offDelaySeconds: '300', minimumClearSeconds: '600' },
  ...{ cause: '', consequence: '', action: '', ownerRole: '', ownerUnit: '' },
};
export type RuleField = keyof typeof BLANK;
export type RuleDraft = Readonly<Record<RuleField, string>>;

export const newDraft = (unit: string): RuleDraft => ({ ...BLANK, unit });

const ASKING: readonly RuleField[] = ['measure', 'unit', 'split'];
const CONDITION_FIELDS: Readonly<Record<RuleKind, readonly RuleField[]>> = {
  threshold: [...ASKING, 'period', 'is', 'against', 'limit', 'deadBand'],
  change: [...ASKING, 'is', 'limit', 'as', 'overDays', 'deadBand'],
  rate: [...ASKING, 'period', 'is', 'limit', 'as', 'overMinutes', 'deadBand'],
  missing: [...ASKING, 'period'],
  'stale-source': ['source', 'cadences'],
  outage: ['unit', 'minCameras', 'silence'],
};
export const WAIT_FIELDS: readonly RuleField[] = [
  ...(['priority', 'latches', 'onDelaySeconds', 'offDelaySeconds'] as const),
  'minimumClearSeconds',
];
export const ANSWER_FIELDS: readonly RuleField[] = [
  ...(['cause', 'consequence', 'action', 'ownerRole', 'ownerUnit'] as const),
  'responseMinutes',
];

export function kindOf({ kind }: RuleDraft): RuleKind {
  return RULE_KINDS.find((each) => each === kind) ?? 'threshold';
}

/** What is to be filled in; a limit that is the target is no number. */
export function conditionFields(draft: RuleDraft): readonly RuleField[] {
  const fields = CONDITION_FIELDS[kindOf(draft)];
  return isTarget(draft) ? fields.filter((field) => field !== 'limit') : fields;
}

const isTarget = (draft: RuleDraft) => kindOf(draft) === 'threshold' && draft.against === 'target';

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

const whole = (least: number, most: number): NumberRange => ({ least, most, isWhole: true });
const WAIT = whole(0, 30 * 86_400);
/** As `shared/alarm/rule.ts` has them. */
export const RANGES: Partial<Readonly<Record<RuleField, NumberRange>>> = {
  limit: { least: Number.NEGATIVE_INFINITY, most: Number.POSITIVE_INFINITY, isWhole: false },
  deadBand: { least: 0, most: Number.POSITIVE_INFINITY, isWhole: false },
  overDays: whole(1, 60),
  overMinutes: whole(5, 1440),
  cadences: { least: 1, most: 100, isWhole: false },
  minCameras: whole(1, 1_000_000),
  responseMinutes: whole(1, 43_200),
  ...{ onDelaySeconds: WAIT, offDelaySeconds: WAIT, minimumClearSeconds: WAIT },
};

export type DraftFault =
  | { readonly kind: 'needed' | 'measure' | 'no-units' }
  | { readonly kind: 'number'; readonly range: NumberRange };
export type DraftFaults = Partial<Readonly<Record<RuleField, DraftFault>>>;

const NEEDED: readonly RuleField[] = ['title', 'cause', 'consequence', 'action'];

/** What is wrong, field by field; empty for a rule that can be tried and saved. */
export function faultsOf(draft: RuleDraft, measures: ReadonlyMap<string, Measure>): DraftFaults {
  const faults: Partial<Record<RuleField, DraftFault>> = {};
  const shown = [...conditionFields(draft), ...WAIT_FIELDS, ...ANSWER_FIELDS];
  for (const field of NEEDED) if (draft[field].trim() === '') faults[field] = { kind: 'needed' };
  for (const field of shown) {
    const range = RANGES[field];
    if (range && !isWithin(draft[field], range)) faults[field] = { kind: 'number', range };
  }
  if (draft.ownerRole.trim() === '' && draft.ownerUnit === '')
    faults.ownerRole = { kind: 'needed' };
  return shown.includes('measure') ? { ...faults, ...measureFaults(draft, measures) } : faults;
}

function measureFaults(
  { measure: id, split }: RuleDraft,
  measures: ReadonlyMap<string, Measure>,
): DraftFaults {
  const measure = measures.get(id);
  if (!measure) return { measure: { kind: 'measure' } };
  const isSplit = split !== 'none' && !measure.dimensions.includes('unit');
  return isSplit ? { split: { kind: 'no-units' } } : {};
}

function isWithin(typed: string, { least, most, isWhole }: NumberRange): boolean {
  const value = Number(typed);
  if (typed.trim() === '' || !Number.isFinite(value) || !(value >= least && value <= most))
    return false;
  return !isWhole || Number.isInteger(value);
}

/** The rule as it would be saved; its texts are the same in both languages until somebody writes the other. */
export function ruleOf(draft: RuleDraft, id: string): Rule {
  const both = (field: RuleField) => ({ vi: draft[field].trim(), en: draft[field].trim() });
  const number = (field: RuleField) => Number(draft[field]);
  return {
    ...{ id, title: both('title'), condition: conditionOf(draft) },
    priority: PRIORITIES.find((each) => String(each) === draft.priority) ?? 3,
    ...{ onDelaySeconds: number('onDelaySeconds'), offDelaySeconds: number('offDelaySeconds') },
    minimumClearSeconds: number('minimumClearSeconds'),
    latches: draft.latches === 'yes',
    ...{ cause: both('cause'), consequence: both('consequence'), action: both('action') },
    owner: {
      ...(draft.ownerRole.trim() === '' ? {} : { role: both('ownerRole') }),
      ...(draft.ownerUnit === '' ? {} : { unit: draft.ownerUnit }),
    },
    responseMinutes: number('responseMinutes'),
  };
}

function conditionOf(draft: RuleDraft): RuleCondition {
  const query = queryOf(draft);
  const as = draft.as === 'difference' ? ('difference' as const) : ('percent' as const);
  const beyond = {
    is: draft.is === 'below' ? ('below' as const) : ('above' as const),
    ...{ limit: Number(draft.limit), deadBand: Number(draft.deadBand) },
  };
  switch (kindOf(draft)) {
    case 'threshold':
      return { kind: 'threshold', query, ...beyond, ...(isTarget(draft) && { limit: 'target' }) };
    case 'change':
      return { kind: 'change', query, ...beyond, as, overDays: Number(draft.overDays) };
    case 'rate':
      return { kind: 'rate', query, ...beyond, as, overMinutes: Number(draft.overMinutes) };
    case 'missing':
      return { kind: 'missing', query };
    case 'stale-source': {
      const sources = draft.source === '' ? {} : { sources: [draft.source] };
      return { kind: 'stale-source', cadences: Number(draft.cadences), ...sources };
    }
    case 'outage': {
      const minCameras = Number(draft.minCameras);
      return { kind: 'outage', unit: draft.unit, silence: draft.silence === 'yes', minCameras };
    }
  }
}

function queryOf({ measure, unit, split, period }: RuleDraft): RuleQuery {
  const relative = RULE_PERIODS.find((each) => each === period) ?? 'today';
  const asked = { measure, unit, period: { relative } };
  if (split === 'none') return asked;
  return { ...asked, by: ['unit'], level: split === 'commune' ? 'commune' : 'district' };
}

const LONGEST_ID = 50;

/** A free name out of the title: `ty-le-dung-han-thap`. */
export function freeIdOf({ title }: RuleDraft, rules: Rules): string {
  const key = searchKey(title).replace(/[^a-z0-9]+/g, '-');
  const name = key.slice(0, LONGEST_ID).replace(/^-+|-+$/g, '') || 'quy-tac';
  const isTaken = (id: string) => rules.some((rule) => rule.id === id);
  if (!isTaken(name)) return name;
  let count = 2;
  while (isTaken(`${name}-${count}`)) count++;
  return `${name}-${count}`;
}
