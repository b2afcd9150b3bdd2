import { dossierExample } from '../../../shared/event/dossier.ts';
import type { AppendInput } from '../../log/log.ts';

const SOURCE = 'urn:ioc:bench:h09.14';

/** The `n`-th accepted dossier event of an endless list; its id looks random and is always the same. */
export function dossierInput(n: number): AppendInput {
  const id = randomLookingId(n);
  const data = {
    ...dossierExample,
    code: `H09.14-231204-${n}`,
    procedure: `1.00${3000 + (n % 900)}`,
    unit: String(718 + (n % 9)),
    status: String(1 + (n % 10)),
    received: INSTANTS[(n * 7919) % INSTANTS.length] ?? '',
  };
  const line = JSON.stringify({
    kind: 'dossier',
    source: SOURCE,
    id,
    time: 1_702_000_000_000 + n,
    data,
  });
  return { source: SOURCE, id, line };
}

export function dossierBatch(first: number, size: number): AppendInput[] {
  return Array.from({ length: size }, (_, i) => dossierInput(first + i));
}

const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function randomLookingId(n: number): string {
  return `${hexOf(mix(n ^ 0x9e3779b9))}-${hexOf(mix(n ^ 0x85ebca6b))}-${hexOf(mix(n ^ 0xc2b2ae35))}-${hexOf(mix(n ^ 0x27d4eb2f))}`;
}

function hexOf(word: number): string {
  const byte = (shift: number) => BYTES[(word >>> shift) & 0xff] ?? '';
  return byte(24) + byte(16) + byte(8) + byte(0);
}

function mix(n: number): number {
  let x = Math.imul(n ^ (n >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

/** The instants of a year, 20 minutes apart. */
const INSTANTS = Array.from({ length: 26_280 }, (_, n) =>
  new Date(1_672_531_200_000 + n * 1_200_000).toISOString(),
);
