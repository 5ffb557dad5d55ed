interface Gap {
  readonly from: number;
  readonly to: number;
}

export type SequenceFault = 'out-of-order' | 'repeated';

/** Follows the sequence of one subject as its rows come by: 1, 2, 3 and so on, each once. */
export class SequenceWatch {
  private last = 0;
  private missing: readonly Gap[] = [];

  /** What is wrong with a row that has this sequence, as far as the rows before it tell. */
  see(sequence: number): SequenceFault | null {
    if (sequence > this.last) {
      if (sequence > this.last + 1)
        this.missing = [...this.missing, { from: this.last + 1, to: sequence - 1 }];
      this.last = sequence;
      return null;
    }
    const gap = this.missing.find(({ from, to }) => from <= sequence && sequence <= to);
    if (!gap) return 'repeated';
    this.missing = this.missing.flatMap((other) => (other === gap ? without(gap, sequence) : [other]));
    return 'out-of-order';
  }

  /** What never came, once all rows have been seen. */
  gaps(): readonly Gap[] {
    return this.missing;
  }
}

function without({ from, to }: Gap, sequence: number): readonly Gap[] {
  const parts = [
    { from, to: sequence - 1 },
    { from: sequence + 1, to },
  ];
  return parts.filter((part) => part.from <= part.to);
}
