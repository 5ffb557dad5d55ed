import type { AttackFinding, ReleaseAttacker, TriedRelease } from '#libs/casework';
import type { DisclosureRule } from '#libs/domain';
import loadHighs from 'highs';
import { LinearModel, type LinearRow, type Solver } from './linear-model';
import { separateParts, type ReadPart } from './separate-parts';
import { whatIsRead, type ReadCell, type ReadSum, type WhatIsRead } from './what-is-read';

/**
 * Tries a release as a patient reader would, by linear programming: from what is shown and every sum, how far can each
 * hidden cell go; and again for each sum with its hidden parts taken for small ones. It shares nothing with what protects
 * tables but the shape that they are published in.
 */
export class HighsAttacker implements ReleaseAttacker {
  private solver: Promise<Solver> | null = null;

  async attack(release: TriedRelease): Promise<readonly AttackFinding[]> {
    this.solver ??= loadHighs();
    const solver = await this.solver;
    const read = whatIsRead(release);
    const shown = read.cells.flatMap((cell) => unprotected(cell, release.rule));
    const found = separateParts(read)
      .filter(({ sums, shares }) => sums.length + shares.length > 0)
      .flatMap((part) => new PartAttack(solver, { read, part, rule: release.rule }).findings());
    return [...shown, ...found];
  }
}

/** A rounded number that is not rounded, or too small to be one. */
function unprotected(
  { cell, title, published, value }: ReadCell,
  { step }: DisclosureRule,
): readonly AttackFinding[] {
  const fine = published !== 'rounded' || value === null || value % step === 0;
  return fine ? [] : [{ kind: 'unprotected', cell, title, value }];
}

class PartAttack {
  private readonly read: WhatIsRead;
  private readonly part: ReadPart;
  private readonly rule: DisclosureRule;
  private readonly columns: ReadonlyMap<number, number>;
  private readonly hidden: readonly number[];

  constructor(
    private readonly solver: Solver,
    {
      read,
      part,
      rule,
    }: { readonly read: WhatIsRead; readonly part: ReadPart; readonly rule: DisclosureRule },
  ) {
    this.read = read;
    this.part = part;
    this.rule = rule;
    this.columns = new Map(part.cells.map((at, column) => [at, column]));
    this.hidden = part.cells.filter((at) => this.isHidden(at));
  }

  findings(): readonly AttackFinding[] {
    const certain = this.part.sums.filter((sum) => sum.certain);
    for (const sums of [this.part.sums, certain]) {
      const model = this.modelOf(sums, (at) => this.read.cells[at]!);
      try {
        if (model.fits()) return this.tryAll(model, sums);
      } finally {
        model.close();
      }
    }
    const titles = [...new Set(this.part.cells.map((at) => this.read.cells[at]!.title))];
    return [{ kind: 'contradiction', titles }];
  }

  private tryAll(model: LinearModel, sums: readonly ReadSum[]): readonly AttackFinding[] {
    const found = new Map<number, AttackFinding>();
    const look = (cells: readonly number[], supposing: boolean) => {
      const seen = new SeenValues(model, this.columns);
      for (const at of cells) {
        const range = found.has(at) ? null : this.narrowRange(model, { at, seen });
        if (range === null) continue;
        const { cell, title } = this.read.cells[at]!;
        found.set(at, { kind: 'narrow', cell, title, ...range, supposing });
      }
      return seen;
    };
    const seen = look(this.hidden, false);
    const perhapsSmall = new Set(this.hidden.filter((at) => this.mayBeSmall(model, { at, seen })));
    const mostSupposed = this.mostSupposed(sums);
    for (const { parts } of sums) {
      const small = parts.filter((at) => perhapsSmall.has(at));
      if (small.length === 0) continue;
      for (const at of small) model.setRange(this.columns.get(at)!, 1, mostSupposed.get(at)!);
      if (model.fits()) look(small, true);
      for (const at of small) model.setRange(this.columns.get(at)!, 1, Infinity);
    }
    return [...found.values()];
  }

  private mayBeSmall(
    model: LinearModel,
    { at, seen }: { readonly at: number; readonly seen: SeenValues },
  ): boolean {
    const { smallestShown } = this.rule;
    return seen.leastOf(at) < smallestShown || model.leastOf(this.columns.get(at)!) < smallestShown;
  }

  private narrowRange(
    model: LinearModel,
    { at, seen }: { readonly at: number; readonly seen: SeenValues },
  ): { readonly least: number; readonly most: number } | null {
    const column = this.columns.get(at)!;
    const { narrowestRange, smallestShown } = this.rule;
    if (seen.spread(at) >= narrowestRange) return null;
    const least = model.leastOf(column);
    seen.note();
    if (least >= smallestShown || seen.spread(at) >= narrowestRange) return null;
    const most = model.mostOf(column);
    seen.note();
    return most - least < narrowestRange ? { least, most } : null;
  }

  /**
   * How large a hidden number may be that is taken for small: as far above the least that the zeros alone leave it as a
   * small count may be above one. A hidden total of five hidden parts is at least five, whatever is hidden beside it.
   */
  private mostSupposed(sums: readonly ReadSum[]): ReadonlyMap<number, number> {
    const { smallestShown } = this.rule;
    const rangeByZeros = (at: number) => {
      const { published, value } = this.read.cells[at]!;
      return value === 0
        ? { least: 0, most: 0 }
        : { least: published === 'not-published' ? 0 : 1, most: Infinity };
    };
    const model = this.modelOf(sums, rangeByZeros, []);
    try {
      const fits = model.fits();
      return new Map(
        this.hidden.map((at) => {
          const least = fits ? model.leastOf(this.columns.get(at)!) : 1;
          return [at, least + smallestShown - 2];
        }),
      );
    } finally {
      model.close();
    }
  }

  private modelOf(
    sums: readonly ReadSum[],
    rangeOf: (at: number) => { readonly least: number; readonly most: number },
    shares: readonly LinearRow[] = this.part.shares,
  ): LinearModel {
    const column = (at: number) => this.columns.get(at)!;
    const ranges = this.part.cells.map(rangeOf);
    const rows = sums.map(({ total, parts }) => ({
      terms: [[column(total), 1] as const, ...parts.map((at) => [column(at), -1] as const)],
      least: 0,
      most: 0,
    }));
    const limits = shares.map((share) => ({
      ...share,
      terms: share.terms.map(([at, factor]) => [column(at), factor] as const),
    }));
    return new LinearModel(this.solver, {
      least: ranges.map(({ least }) => least),
      most: ranges.map(({ most }) => most),
      rows: [...rows, ...limits],
    });
  }

  private isHidden(at: number): boolean {
    return this.read.cells[at]!.published === 'hidden';
  }
}

/** What solutions have given each number so far: two that are far apart spare the question how far it can go. */
class SeenValues {
  private readonly least = new Map<number, number>();
  private readonly most = new Map<number, number>();

  constructor(
    private readonly model: LinearModel,
    private readonly columns: ReadonlyMap<number, number>,
  ) {
    this.note();
  }

  note(): void {
    const values = this.model.found();
    for (const [at, column] of this.columns) {
      const value = values[column]!;
      this.least.set(at, Math.min(value, this.least.get(at) ?? Infinity));
      this.most.set(at, Math.max(value, this.most.get(at) ?? -Infinity));
    }
  }

  leastOf(at: number): number {
    return this.least.get(at)!;
  }

  /** In whole numbers. */
  spread(at: number): number {
    return Math.floor(this.most.get(at)!) - Math.ceil(this.least.get(at)!);
  }
}
