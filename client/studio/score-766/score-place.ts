import { SCORE_766_PARTS, type Score766PartCode } from '../../../shared/measure/score-766.ts';
import type { Score766Pools, Score766Supposed } from '../../../shared/measure/what-if-766.ts';
import type { Language } from '../../../shared/unit/format.ts';

/** A lever: a share of a part, or how many of a pool close in time. */
export type LeverName = Score766PartCode | keyof Score766Pools;

export const POOLS: readonly (keyof Score766Pools)[] = ['dueIn8h', 'later'];
/** What the pools move cannot be supposed as a share as well. */
const MOVED: readonly Score766PartCode[] = ['progress', 'dossiersInTime'];

export const SHARE_LEVERS = SCORE_766_PARTS.map(({ code }) => code).filter(
  (code) => !MOVED.includes(code),
);

const PREFIX = 'if.';
export const leverParam = (name: LeverName): string => `${PREFIX}${name}`;

/** What the address supposes: `if.payment=60`, `if.dueIn8h=700`. */
export function supposedOf(params: URLSearchParams): Score766Supposed {
  const read = <Name extends LeverName>(names: readonly Name[]) =>
    Object.fromEntries(
      names.flatMap((name) => {
        const text = params.get(leverParam(name)) ?? '';
        const value = Number(text);
        return text !== '' && Number.isFinite(value) && value >= 0 ? [[name, value]] : [];
      }),
    ) as Partial<Record<Name, number>>;
  return { shares: read(SHARE_LEVERS), closing: read(POOLS) };
}

export const NO_LEVERS: Readonly<Record<string, null>> = Object.fromEntries(
  [...SHARE_LEVERS, ...POOLS].map((name) => [leverParam(name), null]),
);

/** `1.234,5` in Vietnamese, `1,234.5` in English; undefined for what is no number from 0 on. */
export function numberTyped(text: string, language: Language): number | undefined {
  const [group, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const plain = text.trim().replaceAll(group, '').replace(point, '.');
  return /^\d+(\.\d*)?$/.test(plain) ? Number(plain) : undefined;
}
