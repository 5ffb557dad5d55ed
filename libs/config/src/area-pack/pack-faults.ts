/** One thing wrong with an area pack: where it stands, what it is and what puts it right. */
export interface PackFault {
  /** Such as `sampleshire/districts.json`. */
  readonly file: string;
  /** Such as `districts[3].from`; empty for the file as a whole. */
  readonly path: string;
  readonly problem: string;
  readonly remedy: string;
}

/** An area pack that cannot be used. The message has a line for every fault, so that one start shows all of them. */
export class AreaPackError extends Error {
  readonly faults: readonly PackFault[];

  constructor(problem: string | readonly PackFault[]) {
    super(typeof problem === 'string' ? problem : inLines(problem));
    this.name = 'AreaPackError';
    this.faults = typeof problem === 'string' ? [] : problem;
  }
}

function inLines(faults: readonly PackFault[]): string {
  const lines = faults.map(({ file, path, problem, remedy }) => {
    const place = path === '' ? file : `${file}, ${path}`;
    return `  ${place}: ${problem}. ${remedy}.`;
  });
  const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
  return [`This area pack has ${count}:`, ...lines].join('\n');
}

/** Where a value stands in a pack; whoever checks it leaves the faults here and goes on. */
export class PackPlace {
  constructor(
    private readonly found: PackFault[],
    private readonly file: string,
    private readonly path = '',
  ) {}

  fault(problem: string, remedy: string): undefined {
    this.found.push({ file: this.file, path: this.path, problem, remedy });
    return undefined;
  }

  at(step: string | number): PackPlace {
    const path =
      typeof step === 'number' ? `${this.path}[${step}]` : this.path === '' ? step : `${this.path}.${step}`;
    return new PackPlace(this.found, this.file, path);
  }
}
