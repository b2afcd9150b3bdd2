import type { Kind } from '../../shared/event/kinds.ts';
import type { Pack } from '../../shared/territory/pack.ts';
import { type CodedError, codedError } from '../errors.ts';

type RegisterName = NonNullable<Pack['strict']>[number];

/** The codes of the registers that are closed; a register that is left out lets any code pass. */
export type Registers = { readonly [R in RegisterName]?: ReadonlySet<string> };

export function registersOf(pack: Pack): Registers {
  const all: Record<RegisterName, readonly { readonly code: string }[]> = {
    unit: pack.units,
    agency: pack.agencies,
    field: pack.fields,
    zone: pack.zones,
    junction: pack.junctions,
  };
  return Object.fromEntries(
    (pack.strict ?? []).map((name) => [name, new Set(all[name].map((entry) => entry.code))]),
  );
}

type RegisterFields = readonly (readonly [field: string, register: RegisterName])[];

const UNIT: RegisterFields = [['unit', 'unit']];
const FIELDS: { readonly [K in Kind]: RegisterFields } = {
  dossier: [['agency', 'agency'], ['field', 'field'], ['intakeUnit', 'unit'], ...UNIT],
  observation: UNIT,
  coverage: UNIT,
  assessment: UNIT,
  petition: UNIT,
  camera: [...UNIT, ['zone', 'zone'], ['junction', 'junction']],
  'camera-status': [],
  'camera-maintenance': [],
  incident: UNIT,
  'stage-plan': UNIT,
  link: [],
};

/** The first code that a closed register does not hold. */
export function findUnknownCode(
  kind: Kind,
  data: Readonly<Record<string, unknown>>,
  registers: Registers,
): CodedError | undefined {
  for (const [field, register] of FIELDS[kind]) {
    const codes = registers[register];
    const code = data[field];
    if (codes === undefined || typeof code !== 'string' || codes.has(code)) continue;
    return codedError('IOC_INGEST_CODE', {
      where: `$.data.${field}`,
      expected: register,
      came: JSON.stringify(code),
    });
  }
  return undefined;
}
