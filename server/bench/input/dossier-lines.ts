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
    received: instantOf(1_672_531_200_000 + (n % 31_536_000) * 977),
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

function randomLookingId(n: number): string {
  const part = (salt: number) => (mix(n ^ salt) >>> 0).toString(16).padStart(8, '0');
  const hex = part(0x9e3779b9) + part(0x85ebca6b) + part(0xc2b2ae35) + part(0x27d4eb2f);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function mix(n: number): number {
  let x = Math.imul(n ^ (n >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

const instantOf = (ms: number) => new Date(ms).toISOString();
