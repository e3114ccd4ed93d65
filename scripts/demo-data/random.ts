/** Seeded random numbers that are the same on every machine: integer arithmetic, sums and products only. */

/** One independent stream of numbers. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2⁻³². */
  uniform(): number;
  /** Integer from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** About normal: mean 0, standard deviation 1, never beyond ±6 (sum of twelve uniforms). */
  spread(): number;
  /** A count around `mean` that varies as a Poisson count does; never negative. */
  count(mean: number): number;
  /** Index drawn with probability proportional to `weights`. */
  choose(weights: readonly number[]): number;
  /** One of `items`; throws on an empty list. */
  pick<T>(items: readonly T[]): T;
}

/** A stream that depends on `name` only, so that a new table never changes another one. */
export function randomStream(name: string): Random {
  const next = sfc32(name);
  const uniform = (): number => next() / 4_294_967_296;
  const spread = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i += 1) sum += uniform();
    return sum;
  };
  return {
    uniform,
    spread,
    integer: (low, high) => low + Math.floor(uniform() * (high - low + 1)),
    count: (mean) => (mean < 12 ? smallCount(mean, uniform) : Math.max(0, Math.round(mean + Math.sqrt(mean) * spread()))),
    choose(weights) {
      let rest = uniform() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => (rest -= weight) < 0);
      return found < 0 ? weights.length - 1 : found;
    },
    pick(items) {
      const item = items[Math.floor(uniform() * items.length)];
      if (item === undefined) throw new Error('pick: the list is empty');
      return item;
    },
  };
}

/** Sum of many rare yes-or-no draws: close to Poisson without a logarithm or an exponential. */
function smallCount(mean: number, uniform: () => number): number {
  const draws = 64;
  const chance = mean / draws;
  let count = 0;
  for (let i = 0; i < draws; i += 1) if (uniform() < chance) count += 1;
  return count;
}

/** Chris Doty-Humphrey's small fast counter generator, 32 bits, seeded with the FNV-1a hash of the name. */
function sfc32(name: string): () => number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  let a = hash | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 16; i += 1) next();
  return next;
}
