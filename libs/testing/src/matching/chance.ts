/** A repeatable run of chance: the same seed draws the same numbers on every machine (mulberry32). */
export class SeededChance {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<One>(list: readonly One[]): One {
    return list[this.below(list.length)] as One;
  }

  /** Few are very common and most are rare, as names are. */
  pickUneven<One>(list: readonly One[]): One {
    return list[Math.floor(list.length * this.next() ** 2)] as One;
  }

  happens(share: number): boolean {
    return this.next() < share;
  }
}
