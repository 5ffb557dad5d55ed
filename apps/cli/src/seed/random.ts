/** Chance that can be repeated: the same seed tells the same stories. */
export interface Chance {
  /** At least 0 and below 1. */
  next(): number;
  between(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  /** Picks by weight; the weights need not sum to anything. */
  weighted<Item>(items: readonly (readonly [weight: number, item: Item])[]): Item;
}

/** Mulberry32: thirty-two bits of state are plenty for a demonstration. */
export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('nothing to pick from');
    return item;
  };
  return {
    next,
    pick,
    between: (from, to) => from + next() * (to - from),
    weighted: (items) => {
      const total = items.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      const found = items.find(([weight]) => (left -= weight) < 0) ?? items.at(-1);
      if (!found) throw new RangeError('nothing to pick from');
      return found[1];
    },
  };
}
