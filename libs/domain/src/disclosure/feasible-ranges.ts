import type { Range } from './small-counts';

/** Numbers of which each lies in its range, and sums of them that hold: the total equals its parts. */
export interface SumsOfRanges {
  readonly ranges: readonly Range[];
  /** By place in `ranges`. */
  readonly sums: readonly { readonly total: number; readonly parts: readonly number[] }[];
}

const TINY = 1e-7;

/**
 * How far numbers can go while every range and every sum holds: the simplex method on bounded variables, by the rule of
 * least index, which never runs in a circle. A range may have no upper end. Fractions are allowed, so that a range found
 * here is never narrower than the one in whole numbers.
 */
export class FeasibleRanges {
  /** Nothing fits all ranges and sums at once. */
  readonly contradictory: boolean;
  /** The least and the greatest value that any solution met on the way gave to each number. */
  readonly seen: { least: number; most: number }[];

  private readonly width: number;
  private readonly rows: Float64Array[];
  private readonly basic: number[];
  private readonly room: Float64Array;
  private readonly turned: boolean[];

  constructor(private readonly problem: SumsOfRanges) {
    const { ranges, sums } = problem;
    const count = ranges.length;
    this.width = count + sums.length;
    this.room = new Float64Array(this.width).fill(Infinity);
    ranges.forEach(({ least, most }, at) => (this.room[at] = most - least));
    this.turned = Array.from({ length: this.width }, () => false);
    this.seen = ranges.map(() => ({ least: Infinity, most: -Infinity }));
    this.basic = sums.map((_, row) => count + row);
    this.rows = sums.map(({ total, parts }, at) => {
      const row = new Float64Array(this.width + 1);
      row[total]! += 1;
      for (const part of parts) row[part]! -= 1;
      let rest = 0;
      ranges.forEach(({ least }, index) => (rest -= row[index]! * least));
      if (rest < 0) for (let index = 0; index < count; index += 1) row[index]! *= -1;
      row[count + at] = 1;
      row[this.width] = Math.abs(rest);
      return row;
    });
    this.contradictory = ranges.some(({ least, most }) => most < least) || !this.begin();
  }

  /** The range of one number, in whole numbers; `most` is Infinity where it has no upper end. */
  rangeOf(at: number): Range {
    return { least: this.leastOf(at), most: Math.floor(this.push(at, -1) + TINY) + 0 };
  }

  /** The least whole number that one can be. */
  leastOf(at: number): number {
    return Math.ceil(this.push(at, 1) - TINY) + 0;
  }

  /** Drives what the sums lack to nothing; false where that cannot be done. */
  private begin(): boolean {
    const count = this.problem.ranges.length;
    this.descend(() => {
      const costs = new Float64Array(this.width);
      this.rows.forEach((row, at) => {
        if (this.basic[at]! < count) return;
        for (let index = 0; index < count; index += 1) costs[index]! -= row[index]!;
      });
      return costs;
    });
    const lacking = this.rows.some((row, at) => this.basic[at]! >= count && row[this.width]! > TINY);
    for (let index = count; index < this.width; index += 1) this.room[index] = 0;
    if (!lacking) this.note();
    return !lacking;
  }

  /** The least value of a number (direction 1) or the greatest (-1). */
  private push(at: number, direction: 1 | -1): number {
    const bounded = this.descend(() => {
      const costs = new Float64Array(this.width);
      const cost = this.turned[at] ? -direction : direction;
      const row = this.rows[this.basic.indexOf(at)];
      if (row === undefined) costs[at] = cost;
      else
        for (let index = 0; index < this.width; index += 1)
          if (index !== at) costs[index] = -cost * row[index]!;
      return costs;
    });
    this.note();
    return bounded ? this.valueOf(at) : Infinity;
  }

  /** Goes down as long as any cost is negative; false where it goes down for ever. */
  private descend(costsNow: () => Float64Array): boolean {
    for (;;) {
      const costs = costsNow();
      const entering = this.entering(costs);
      if (entering === -1) return true;
      if (!this.enter(entering)) return false;
    }
  }

  private entering(costs: Float64Array): number {
    for (let index = 0; index < this.problem.ranges.length; index += 1)
      if (costs[index]! < -TINY && this.room[index]! > TINY && !this.basic.includes(index)) return index;
    return -1;
  }

  private enter(entering: number): boolean {
    let step = this.room[entering]!;
    let leaving = -1;
    this.rows.forEach((row, at) => {
      const slope = row[entering]!;
      if (Math.abs(slope) <= TINY) return;
      const left = slope > 0 ? row[this.width]! : this.room[this.basic[at]!]! - row[this.width]!;
      const limit = Math.max(0, left) / Math.abs(slope);
      const tied = Math.abs(limit - step) <= TINY && leaving !== -1 && this.basic[at]! < this.basic[leaving]!;
      if (limit < step - TINY || tied) {
        step = Math.min(step, limit);
        leaving = at;
      }
    });
    if (step === Infinity) return false;
    if (leaving === -1) this.turnOutside(entering);
    else {
      if (this.rows[leaving]![entering]! < 0) this.turnBasic(leaving);
      this.pivot(leaving, entering);
    }
    return true;
  }

  /** Counts a number that stands at one end of its range from its other end. */
  private turnOutside(index: number): void {
    for (const row of this.rows) {
      row[this.width]! -= row[index]! * this.room[index]!;
      row[index]! *= -1;
    }
    this.turned[index] = !this.turned[index];
  }

  private turnBasic(at: number): void {
    const row = this.rows[at]!;
    const own = this.basic[at]!;
    for (let index = 0; index < this.width; index += 1) if (index !== own) row[index]! *= -1;
    row[this.width] = this.room[own]! - row[this.width]!;
    this.turned[own] = !this.turned[own];
  }

  private pivot(at: number, entering: number): void {
    const pivot = this.rows[at]!;
    const by = pivot[entering]!;
    for (let index = 0; index <= this.width; index += 1) pivot[index]! /= by;
    this.rows.forEach((row, other) => {
      const times = row[entering]!;
      if (other === at || times === 0) return;
      for (let index = 0; index <= this.width; index += 1) row[index]! -= times * pivot[index]!;
    });
    this.basic[at] = entering;
  }

  private valueOf(at: number): number {
    const row = this.rows[this.basic.indexOf(at)];
    const from = row === undefined ? 0 : row[this.width]!;
    return this.problem.ranges[at]!.least + (this.turned[at] ? this.room[at]! - from : from);
  }

  private note(): void {
    const values = new Float64Array(this.width);
    this.rows.forEach((row, at) => (values[this.basic[at]!] = row[this.width]!));
    this.seen.forEach((seen, at) => {
      const from = this.turned[at] ? this.room[at]! - values[at]! : values[at]!;
      const value = this.problem.ranges[at]!.least + from;
      seen.least = Math.min(seen.least, value);
      seen.most = Math.max(seen.most, value);
    });
  }
}
