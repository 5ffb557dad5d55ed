import type loadHighs from 'highs';

export type Solver = Awaited<ReturnType<typeof loadHighs>>;

/** One equation or inequality: the terms add up to something between two numbers. */
export interface LinearRow {
  readonly terms: readonly (readonly [column: number, factor: number])[];
  readonly least: number;
  readonly most: number;
}

export interface LinearProblem {
  readonly least: readonly number[];
  readonly most: readonly number[];
  readonly rows: readonly LinearRow[];
}

const OPTIMAL = 7;
const INFEASIBLE = 8;
/** The first cannot happen once something fits. */
const UNBOUNDED = [9, 10];
const TINY = 1e-6;

/** A linear program in the solver: how far each number can go. It holds memory of the solver until it is closed. */
export class LinearModel {
  private readonly model: ReturnType<Solver['createModel']>;
  private last: ArrayLike<number> = [];

  constructor(solver: Solver, { least, most, rows }: LinearProblem) {
    const terms = rows.map((row) => [...merged(row.terms)]);
    const starts = [0];
    for (const row of terms) starts.push(starts.at(-1)! + row.length);
    this.model = solver.createModel({
      numCols: least.length,
      numRows: rows.length,
      colCost: least.map(() => 0),
      colLower: least,
      colUpper: most,
      rowLower: rows.map((row) => row.least),
      rowUpper: rows.map((row) => row.most),
      matrix: {
        format: 'csr',
        numRows: rows.length,
        numCols: least.length,
        starts,
        indices: terms.flatMap((row) => row.map(([column]) => column)),
        values: terms.flatMap((row) => row.map(([, factor]) => factor)),
      },
    });
    this.model.options.set({ output_flag: false, presolve: 'off' });
  }

  close(): void {
    this.model.dispose();
  }

  /** Whether any numbers fit; a range that is upside down is one that nothing fits. */
  fits(): boolean {
    return this.solve() === 'solved';
  }

  setRange(column: number, least: number, most: number): void {
    this.model.changeColBounds(column, least, most);
  }

  /** Numbers that fit, as the solver has found them last. */
  found(): ArrayLike<number> {
    return this.last;
  }

  /** The least whole number that a column can be. */
  leastOf(column: number): number {
    return Math.ceil(this.best(column, 1) - TINY) + 0;
  }

  /** The greatest whole number that a column can be; Infinity where it has no upper end. */
  mostOf(column: number): number {
    return Math.floor(this.best(column, -1) + TINY) + 0;
  }

  private best(column: number, cost: 1 | -1): number {
    this.model.changeColCost(column, cost);
    const ended = this.solve();
    this.model.changeColCost(column, 0);
    return ended === 'solved' ? this.last[column]! : Infinity;
  }

  private solve(): 'solved' | 'nothing-fits' | 'no-end' {
    const status = this.model.run().modelStatus;
    if (status === INFEASIBLE) return 'nothing-fits';
    if (UNBOUNDED.includes(status)) return 'no-end';
    if (status !== OPTIMAL) throw new Error(`the solver ended with status ${status}`);
    this.last = this.model.getSolution().colValue;
    return 'solved';
  }
}

/** A column that stands twice in a row stands there once, with both factors. */
function merged(terms: LinearRow['terms']): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  for (const [column, factor] of terms) sums.set(column, (sums.get(column) ?? 0) + factor);
  return sums;
}
