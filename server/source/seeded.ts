/** Uniform in [0, 1). */
export type Random = () => number;

/** sfc32: the same seed gives the same numbers on every machine. */
export function seeded(seed: number): Random {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warmUp = 0; warmUp < 16; warmUp++) next();
  return next;
}

/** Uniform in [0, 1) from a few whole numbers: chance that can be asked again in any order. */
export function chance(...parts: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const part of parts) {
    hash = Math.imul(hash ^ part, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    hash ^= hash >>> 13;
  }
  return (hash >>> 0) / 4_294_967_296;
}

/** Whole numbers in proportion to the weights that sum to `total` exactly (largest remainder). */
export function spread(total: number, weights: readonly number[]): Int32Array {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (sum > 0 ? (total * weight) / sum : 0));
  const counts = Int32Array.from(exact, Math.floor);
  const rest = total - counts.reduce((a, b) => a + b, 0);
  if (rest > 0 && sum === 0) throw new RangeError('nothing to spread over');
  const order = exact.map((value, at) => ({ at, part: value - Math.floor(value) }));
  order.sort((a, b) => b.part - a.part || a.at - b.at);
  for (const { at } of order.slice(0, rest)) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

/**
 * Marks exactly `count` places, likelier ones by weight and none of weight 0 (Efraimidis and Spirakis: the largest
 * of log(u)/weight win).
 */
export function chooseExactly(count: number, weights: Float64Array, random: Random): Uint8Array {
  const keys = weights.map((weight) =>
    weight > 0 ? Math.log(1 - random()) / weight : Number.NEGATIVE_INFINITY,
  );
  const chosen = new Uint8Array(weights.length);
  if (count === 0) return chosen;
  const threshold = keys.slice().sort()[keys.length - count] ?? Number.NEGATIVE_INFINITY;
  if (threshold === Number.NEGATIVE_INFINITY) throw new RangeError(`${count} asked of too few`);
  const above = mark(chosen, keys, (key) => key > threshold, count);
  mark(chosen, keys, (key) => key === threshold, count - above);
  return chosen;
}

/** Marks the first `limit` places whose key is wanted; how many there were. */
function mark(
  chosen: Uint8Array,
  keys: Float64Array,
  isWanted: (key: number) => boolean,
  limit: number,
): number {
  let marked = 0;
  for (let i = 0; i < keys.length && marked < limit; i++) {
    if (!isWanted(keys[i] ?? Number.NEGATIVE_INFINITY)) continue;
    chosen[i] = 1;
    marked++;
  }
  return marked;
}

/** Picks positions in proportion to the weights. */
export function picker(weights: readonly number[]): (random: Random) => number {
  let sum = 0;
  const bounds = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return (random) => {
    const at = random() * sum;
    let low = 0;
    let high = bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((bounds[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}
