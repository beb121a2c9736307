/** Seeded chance: the same numbers on every machine, since only integer steps and software functions are used. */
export type Random = {
  /** Uniform in [0, 1). */
  next(): number;
  /** Standard normal, within ±6. */
  normal(): number;
  /** Events of a process with the mean count `mean`. */
  poisson(mean: number): number;
  /** Successes in `trials` with chance `chance`. */
  binomial(trials: number, chance: number): number;
};

/** Turns a text into a seed (FNV-1a). */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** A stream of its own for each name, so that adding one thing leaves the others as they were. */
export function randomOf(name: string): Random {
  let state = seedOf(name) || 1;
  // Marsaglia's xorshift, 32 bits (Journal of Statistical Software 8, 2003).
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
  for (let i = 0; i < 8; i++) next();
  const normal = () => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += next();
    return sum;
  };
  const poisson = (mean: number) => {
    if (mean <= 0) return 0;
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()));
    const floor = Math.exp(-mean);
    let count = 0;
    for (let product = next(); product > floor; product *= next()) count++;
    return count;
  };
  const binomial = (trials: number, chance: number) => {
    const p = Math.min(1, Math.max(0, chance));
    const failures = trials * Math.min(p, 1 - p);
    const few = failures > 40 ? gaussian(trials, Math.min(p, 1 - p)) : Math.min(trials, poisson(failures));
    return p > 0.5 ? trials - few : few;
  };
  const gaussian = (trials: number, p: number) =>
    Math.min(trials, Math.max(0, Math.round(trials * p + Math.sqrt(trials * p * (1 - p)) * normal())));
  return { next, normal, poisson, binomial };
}
