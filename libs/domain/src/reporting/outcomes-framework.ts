/** What a partnership asks of support and of justice. */
export const FRAMEWORK_SIDES = ['support', 'justice'] as const;
export type FrameworkSide = (typeof FRAMEWORK_SIDES)[number];

/** Where an outcome is answered: by measures of the catalogue, or by another body that holds what it needs. */
export type FrameworkAnswer =
  | { readonly kind: 'measures'; readonly measures: readonly string[] }
  | { readonly kind: 'held-elsewhere'; readonly heldBy: string; readonly why: string };

export interface FrameworkOutcome {
  readonly id: string;
  readonly side: FrameworkSide;
  readonly words: string;
  readonly source: string;
  readonly answer: FrameworkAnswer;
}

/** A board or a meeting to which every release of figures goes. */
export interface ReleaseBoard {
  readonly name: string;
  readonly receives: string;
  readonly source: string;
}

/** The outcomes that the partnership of an area has agreed, and who is shown each release. */
export interface OutcomesFramework {
  readonly title: string;
  readonly source: string;
  readonly outcomes: readonly FrameworkOutcome[];
  readonly boards: readonly ReleaseBoard[];
}

/** What an outcome names that the catalogue does not have: with the place in the list of outcomes. */
export interface FrameworkFault {
  readonly at: number;
  readonly kind: 'twice' | 'no-answer' | 'no-such-measure';
  readonly said: string;
}

/** Every outcome once, and each answered by measures that there are, or by somebody. */
export function frameworkFaults(
  { outcomes }: Pick<OutcomesFramework, 'outcomes'>,
  measures: readonly { readonly id: string }[],
): readonly FrameworkFault[] {
  return outcomes.flatMap(({ id, answer }, at): readonly FrameworkFault[] => {
    const twice = outcomes.findIndex((other) => other.id === id) < at;
    const unknown =
      answer.kind === 'measures'
        ? answer.measures.filter((named) => !measures.some((measure) => measure.id === named))
        : [];
    return [
      ...(twice ? [{ at, kind: 'twice', said: id } as const] : []),
      ...(answer.kind === 'measures' && answer.measures.length === 0
        ? [{ at, kind: 'no-answer', said: id } as const]
        : []),
      ...unknown.map((said) => ({ at, kind: 'no-such-measure', said }) as const),
    ];
  });
}
